import { open } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';

/** What an uploaded file is for. */
export type FilePurpose = 'MODULE' | 'COVER' | 'IMPORT' | 'EVIDENCE';

const megabyte = 1024 * 1024;

/** What each purpose takes, and how large it may be in bytes. */
export const filePurposes: Readonly<Record<FilePurpose, { readonly most: number; readonly mediaTypes: readonly string[] }>> = {
  MODULE: { most: 2048 * megabyte, mediaTypes: ['application/pdf', 'video/mp4', 'video/webm'] },
  COVER: { most: 5 * megabyte, mediaTypes: ['image/png', 'image/jpeg', 'image/webp'] },
  IMPORT: { most: 128 * megabyte, mediaTypes: ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'] },
  EVIDENCE: { most: 10 * megabyte, mediaTypes: ['application/pdf', 'image/png', 'image/jpeg', 'image/webp'] },
};

/**
 * What a file is by its content, whatever its name says; undefined when it is none of what the purpose takes. HTML, SVG and
 * scripts are never taken: they would run where they are shown.
 */
export async function recogniseFile(path: string, purpose: FilePurpose): Promise<string | undefined> {
  const found = await fileTypeFromFile(path);
  const mediaType = found?.mime ?? ((await looksLikeText(path)) ? 'text/csv' : undefined);
  return mediaType && filePurposes[purpose].mediaTypes.includes(mediaType) ? mediaType : undefined;
}

/** Text has no NUL bytes (but UTF-16 with a byte order mark does) and does not begin as markup. */
async function looksLikeText(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0);
    const start = buffer.subarray(0, bytesRead);
    const isUtf16 = bytesRead >= 2 && ((start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff));
    return isUtf16 || (!start.includes(0) && !/^\s*<(!doctype|html|svg|script|\?xml)/i.test(start.toString('latin1').replace(/^\u00ef\u00bb\u00bf/, '')));
  } finally {
    await file.close();
  }
}
