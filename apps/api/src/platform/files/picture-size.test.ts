import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isTooLarge, readPictureSize } from './picture-size.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pictures-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function sizeOf(content: Buffer): Promise<string | undefined> {
  const path = join(folder, 'picture');
  await writeFile(path, content);
  const size = await readPictureSize(path);
  return size && `${size.width} × ${size.height}`;
}

const png = (size: string): Buffer => Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), Buffer.from(size, 'hex'), Buffer.alloc(16)]);
const webp = (kind: string, data: string): Buffer => Buffer.concat([Buffer.from('RIFF\0\0\0\0WEBP', 'latin1'), Buffer.from(kind, 'latin1'), Buffer.alloc(4), Buffer.from(data, 'hex'), Buffer.alloc(16)]);
const jpeg = (...segments: string[]): Buffer => Buffer.concat([Buffer.from(`ffd8${segments.join('')}`, 'hex'), Buffer.alloc(30)]);

test.each<[string, Buffer, string | undefined]>([
  ['a PNG', png('0000001e0000000a'), '30 × 10'],
  ['a JPEG, past what cameras write before the frame', jpeg('ffe000044a46', 'ffc400040000', 'ffff', 'c000110800100020'), '32 × 16'],
  ['a progressive JPEG', jpeg('ffc200110800100020'), '32 × 16'],
  ['a lossy WebP', webp('VP8 ', '0000009d012a20001000'), '32 × 16'],
  ['a lossless WebP', webp('VP8L', '2f1fc00300'), '32 × 16'],
  ['an extended WebP', webp('VP8X', '000000001f00000f0000'), '32 × 16'],
  ['a picture of no width', png('000000000000000a'), undefined],
  ['a JPEG that ends before its frame', jpeg('ffd9'), undefined],
  ['a segment of no length, again and again', jpeg('ffe00000'.repeat(3)), undefined],
  ['a WebP of an unknown kind', webp('VP9 ', '00'.repeat(20)), undefined],
  ['text', Buffer.from('hello'.repeat(10)), undefined],
  ['nothing', Buffer.alloc(0), undefined],
])('%s tells its size', async (_, content, size) => {
  expect(await sizeOf(content)).toBe(size);
});

test('a side beyond 8,000 pixels or more than 24 million in all are too many', () => {
  expect([isTooLarge({ width: 8_000, height: 3_000 }), isTooLarge({ width: 8_001, height: 1 }), isTooLarge({ width: 5_000, height: 5_000 })]).toEqual([false, true, true]);
});
