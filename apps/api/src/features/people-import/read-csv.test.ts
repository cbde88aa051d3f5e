import { expect, test } from '@jest/globals';
import { openCsv } from './read-csv.ts';
import type { OpenBytes } from './recognise-encoding.ts';
import { UnreadableTableError } from './unreadable-table.ts';

/** The bytes in parts of so many. */
const inParts = (bytes: Buffer, size: number): OpenBytes =>
  async function* () {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  };

async function read(open: OpenBytes) {
  const rows: (readonly string[])[] = [];
  const { parts, ...source } = await openCsv(open);
  for await (const part of parts) rows.push(...part);
  return { ...source, rows };
}

const utf16le = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');
// GB 2312: 姓名,部门 / 张伟,销售
const chinese = Buffer.from([0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xb2, 0xbf, 0xc3, 0xc5, 0x0a, 0xd5, 0xc5, 0xce, 0xb0, 0x2c, 0xcf, 0xfa, 0xca, 0xdb, 0x0a]);
const names = [['姓名', '部门'], ['张伟', '销售']];

test.each<[string, Buffer, string, string, string[][]]>([
  ['UTF-8', Buffer.from('姓名;部门\r\n张伟;销售'), 'utf-8', ';', names],
  ['UTF-8 with a mark and a character that is half there', Buffer.concat([Buffer.from('\ufeff姓名,部门\n张'), Buffer.from([0xe4, 0xbc]), Buffer.from(',销售\n')]), 'utf-8', ',', [['姓名', '部门'], ['张\ufffd', '销售']]],
  ['UTF-16', utf16le('姓名\t部门\n张伟\t销售'), 'utf-16le', '\t', names],
  ['UTF-16, the other way round', utf16le('姓名,部门\n张伟,销售').swap16(), 'utf-16be', ',', names],
  ['UTF-16 with half a surrogate pair', utf16le('N,D\n\ud83d,😀'), 'utf-16le', ',', [['N', 'D'], ['\ufffd', '😀']]],
  ['GB18030', chinese, 'gb18030', ',', names],
  ['Windows-1252', Buffer.from('Name,Größe,São\rZoë Müller,ÀÉ,Ñandú\r', 'latin1'), 'windows-1252', ',', [['Name', 'Größe', 'São'], ['Zoë Müller', 'ÀÉ', 'Ñandú']]],
  ['Windows-1252 whose last letter alone is none of UTF-8', Buffer.from('Name,x\nAndré,é', 'latin1'), 'windows-1252', ',', [['Name', 'x'], ['André', 'é']]],
])('a file in %s is told and read the same wherever it is cut into parts [U14]', async (_, bytes, encoding, separator, rows) => {
  for (const size of [3, 5, 64_000]) expect(await read(inParts(bytes, size))).toEqual({ encoding, separator, rows });
});

/** A header, a row and then 2 GB without a line end, and how much of them was asked for. */
function endless(start: string, part = Buffer.alloc(65_536, 'x')) {
  const asked = { most: 0 };
  const open: OpenBytes = async function* () {
    yield Buffer.from(start);
    for (let bytes = part.length; bytes <= 2 ** 31; bytes += part.length) {
      asked.most = Math.max(asked.most, bytes);
      yield part;
    }
  };
  return { open, asked };
}

test.each<[string, string, number]>([
  ['a line', 'Name,Date\nMia,2026-01-01\n', 3],
  ['a quote that is never closed', 'Name,Date\n"', 2],
  ['a header', '', 1],
])('%s of 2 GB is refused by its row, and hardly more of it is read than a row may have', async (_, start, row) => {
  const { open, asked } = endless(start);
  const refused = await read(open).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(UnreadableTableError);
  expect(refused).toMatchObject({ code: 'ROW_TOO_LONG', params: { row, limit: 100_000 } });
  expect(asked.most).toBeLessThan(2_000_000);
});

test('a quote that is never closed before lines of any number is found too', async () => {
  const { open, asked } = endless('Name,Date\n"', Buffer.from('x,y\n'.repeat(10_000)));
  expect(await read(open).catch((error: unknown) => error)).toMatchObject({ code: 'ROW_TOO_LONG', params: { row: 2 } });
  expect(asked.most).toBeGreaterThan(0);
});

test('empty lines without end are refused as too many rows', async () => {
  const { open } = endless('Name,Date\n', Buffer.alloc(65_536, '\n'));
  expect(await read(open).catch((error: unknown) => error)).toMatchObject({ code: 'TOO_MANY_ROWS', params: { limit: 200_000 } });
});

test('50 MB of rows are read as they come, without being held [U15]', async () => {
  const part = Buffer.from(`person@example.com,course,First aid at work,2026-03-05,${'x'.repeat(250)}\n`.repeat(1_000));
  const parts = Math.floor((50 * 2 ** 20) / part.length);
  const open: OpenBytes = async function* () {
    for (let number = 0; number < parts; number++) yield part;
  };
  let rows = 0;
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  for await (const part of (await openCsv(open)).parts) rows += part.length;
  expect(rows).toBe(parts * 1_000);
  // With the rows held it is 215.
  expect((process.memoryUsage().rss - before) / 2 ** 20).toBeLessThan(150);
}, 60_000);
