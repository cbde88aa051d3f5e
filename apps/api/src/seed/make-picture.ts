import { crc32, deflateSync } from 'node:zlib';

export type Colour = readonly [red: number, green: number, blue: number];

/** A PNG of so many pixels: bands of hills that go over from one colour into another, the farther the paler. */
export function makePicture(width: number, height: number, from: Colour, to: Colour): Buffer {
  const rows = Buffer.alloc(height * (1 + width * 3));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const share = bandAt(x / width, y / height) / bands;
      const at = y * (1 + width * 3) + 1 + x * 3;
      from.forEach((value, channel) => rows.writeUInt8(Math.round(value + (to[channel]! - value) * share), at + channel));
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
}

const bands = 5;

/** Which band a place lies in; 0 is the sky. */
function bandAt(x: number, y: number): number {
  let band = 0;
  for (let each = 1; each <= bands; each += 1) {
    const ridge = 0.15 + 0.15 * each + 0.07 * Math.sin(x * (3 + each * 2) + each * 1.7) + 0.03 * Math.sin(x * 17 + each);
    if (y > ridge) band = each;
  }
  return band;
}

function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
