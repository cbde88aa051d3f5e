import { open } from 'node:fs/promises';

/** How large a picture is, in pixels. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** What a picture may have: browsers hold it unpacked, four bytes for each pixel. */
export const pictureLimits = { side: 8_000, megapixels: 24 } as const;

/** The size must be told within so many bytes: what comes before it is a camera's notes. */
const headBytes = 512 * 1024;

/** Whether a picture of this size is taken. */
export function isTooLarge({ width, height }: PictureSize): boolean {
  return Math.max(width, height) > pictureLimits.side || width * height > pictureLimits.megapixels * 1_000_000;
}

/** The size of a PNG, JPEG or WebP, read from its head without unpacking it; undefined: it tells none, so it is broken or none of these. */
export async function readPictureSize(path: string): Promise<PictureSize | undefined> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    const size = sizeIn(buffer.subarray(0, bytesRead));
    return size && size.width > 0 && size.height > 0 ? size : undefined;
  } finally {
    await file.close();
  }
}

function sizeIn(head: Buffer): PictureSize | undefined {
  if (head.length < 30) return undefined;
  if (head.toString('latin1', 1, 4) === 'PNG' && head.toString('latin1', 12, 16) === 'IHDR') return { width: head.readUInt32BE(16), height: head.readUInt32BE(20) };
  if (head.readUInt16BE(0) === 0xffd8) return sizeInJpeg(head);
  return head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8, 12) === 'WEBP' ? sizeInWebp(head) : undefined;
}

/** The segments up to the frame's, each with its length (ITU T.81, B.1). */
function sizeInJpeg(head: Buffer): PictureSize | undefined {
  for (let at = 2; at + 9 <= head.length; ) {
    if (head[at] !== 0xff) return undefined;
    const marker = head[at + 1]!;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    // C4, C8 and CC are tables and extensions among the frames' markers.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) return { width: head.readUInt16BE(at + 7), height: head.readUInt16BE(at + 5) };
    if (marker === 0xda || marker === 0xd9) return undefined;
    at += 2 + head.readUInt16BE(at + 2);
  }
  return undefined;
}

/** RFC 9649: lossy, lossless and extended say it each in their way. */
function sizeInWebp(head: Buffer): PictureSize | undefined {
  const kind = head.toString('latin1', 12, 16);
  if (kind === 'VP8X') return { width: head.readUIntLE(24, 3) + 1, height: head.readUIntLE(27, 3) + 1 };
  if (kind === 'VP8 ' && head.readUIntBE(23, 3) === 0x9d012a) return { width: head.readUInt16LE(26) & 0x3fff, height: head.readUInt16LE(28) & 0x3fff };
  if (kind !== 'VP8L' || head[20] !== 0x2f) return undefined;
  const bits = head.readUInt32LE(21);
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
}
