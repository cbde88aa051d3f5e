import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { coursesPerMilestone, plans } from './structure.ts';

/** What may be wrong with a row, by how the cells of a row that is right are changed. */
const faults: readonly ((cells: readonly string[], row: number) => readonly string[])[] = [
  ([who, ...rest]) => [who!.replace('example', 'exmaple'), ...rest],
  (cells, row) => [`nobody${row}@example.org`, ...cells.slice(1)],
  ([who, , ...rest]) => [who!, 'Corse', ...rest],
  ([who, type, , day]) => [who!, type!, 'Course 999.1', day!],
  ([who, , name, day]) => [who!, 'Plan', name!, day!],
  (cells) => [...cells.slice(0, 3), '2026-02-30'],
  (cells) => [...cells.slice(0, 3), '2099-01-01'],
  (cells) => [...cells.slice(0, 3), '31.12.25'],
  ([who, type, , day]) => [who!, type!, 'Name of a course (example)', day!],
  ([who, type, , day]) => [who!, type!, '=HYPERLINK("https://example.com")', day!],
  ([, ...rest]) => ['', ...rest],
  (cells) => [...cells.slice(0, 3), ''],
];

/** A file of completions of everybody's courses, one tenth of its rows with faults of every kind; the rows of one person lie far apart. */
export async function writeCompletionsFile(path: string, rows: number, people: number): Promise<{ readonly sha256: Buffer; readonly size: number }> {
  const hash = createHash('sha256');
  let size = 0;
  async function* lines(): AsyncGenerator<Buffer> {
    let part = 'E-mail,Training type,Name,Date (yyyy-mm-dd)\r\n';
    for (let row = 0; row < rows; row++) {
      part += `${toLine(row, people)}\r\n`;
      if (part.length < 256 * 1024 && row < rows - 1) continue;
      const bytes = Buffer.from(part);
      hash.update(bytes);
      size += bytes.length;
      yield bytes;
      part = '';
    }
  }
  await pipeline(lines(), createWriteStream(path, { mode: 0o644 }));
  return { sha256: hash.digest(), size };
}

function toLine(row: number, people: number): string {
  const round = Math.floor(row / people);
  const course = `Course ${1 + ((row + round) % plans)}.${(row + round * 4) % (3 * coursesPerMilestone)}`;
  const day = new Date(Date.UTC(2026, 8, 1 + (row % 60))).toISOString().slice(0, 10);
  const right = [`person${1 + (row % people)}@example.com`, 'Course', course, day];
  const cells = row % 10 === 9 ? faults[Math.floor(row / 10) % faults.length]!(right, row) : right;
  return cells.map((cell) => (cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',');
}
