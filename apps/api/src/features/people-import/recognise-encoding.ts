import { longestCell } from './unreadable-table.ts';

/** How the text of a CSV file is written, by its name in the Encoding Standard. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'windows-1252';

/** Opens the bytes of a file, each time from their beginning. */
export type OpenBytes = () => AsyncIterable<Buffer>;

/**
 * How a text is written: by its byte order mark; without one UTF-8 if it is that from beginning to end, else GB18030 if most of it reads as
 * common Chinese characters, else Windows-1252, as which every file can be read. A file that cannot be taken anyway is not read to its end.
 */
export async function recogniseEncoding(open: OpenBytes): Promise<Encoding> {
  const marked = await findMark(open);
  if (marked) return marked;
  if (await isWrittenAs('utf-8', open)) return 'utf-8';
  return (await looksChinese(open)) && (await isWrittenAs('gb18030', open)) ? 'gb18030' : 'windows-1252';
}

async function findMark(open: OpenBytes): Promise<Encoding | undefined> {
  for await (const start of open()) {
    if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
    if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
    return start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf ? 'utf-8' : undefined;
  }
  return undefined;
}

async function isWrittenAs(encoding: Encoding, open: OpenBytes): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const bytes of upToEndlessLine(open())) decoder.decode(bytes, { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

/**
 * The common characters of GB 2312 begin with B0–D7 and go on above A0; the small letters with accents of Western Europe lie above those, and
 * most stand alone between plain letters.
 */
async function looksChinese(open: OpenBytes): Promise<boolean> {
  let chinese = 0;
  let other = 0;
  let lead = 0;
  for await (const bytes of upToEndlessLine(open())) {
    for (const byte of bytes) {
      const isPair = lead > 0 && byte > 0xa0;
      if (isPair && lead >= 0xb0 && lead <= 0xd7) chinese++;
      else if (lead > 0) other++;
      lead = byte >= 0x80 && !isPair ? byte : 0;
    }
  }
  return chinese > other;
}

/** Ends where a line is longer than a row may be in any encoding. */
async function* upToEndlessLine(parts: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let length = 0;
  for await (const bytes of parts) {
    yield bytes;
    const end = Math.max(bytes.lastIndexOf(0x0a), bytes.lastIndexOf(0x0d));
    length = end < 0 ? length + bytes.length : bytes.length - end - 1;
    if (length > 4 * longestCell) return;
  }
}
