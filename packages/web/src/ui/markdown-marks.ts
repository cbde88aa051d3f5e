/** Text with the part of it that is selected, as offsets. */
export interface Marked {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

export type Mark = 'bold' | 'italic' | 'heading' | 'list' | 'numbered' | 'quote' | 'link' | 'code';

const around: Partial<Record<Mark, string>> = { bold: '**', italic: '_', code: '`' };
const before: Partial<Record<Mark, (line: number) => string>> = {
  heading: () => '## ',
  list: () => '- ',
  numbered: (line) => `${line + 1}. `,
  quote: () => '> ',
};

/** Writes a mark into the text: around the selection, or before each of its lines. Nothing selected: `sample` is written and selected. */
export function applyMark({ text, from, to }: Marked, mark: Mark, sample: string): Marked {
  const selected = text.slice(from, to) || sample;
  const put = (start: number, end: number, written: string, selectFrom: number, selectLength: number): Marked => ({
    text: text.slice(0, start) + written + text.slice(end),
    from: start + selectFrom,
    to: start + selectFrom + selectLength,
  });
  const sign = around[mark];
  if (sign) return put(from, to, sign + selected + sign, sign.length, selected.length);
  if (mark === 'link') return put(from, to, `[${selected}](https://)`, selected.length + 3, 8);
  const prefix = before[mark] ?? (() => '');
  const lineStart = text.lastIndexOf('\n', from - 1) + 1;
  const lines = (text.slice(lineStart, to) || sample).split('\n').map((line, index) => prefix(index) + line);
  const written = lines.join('\n');
  return put(lineStart, to, written, 0, written.length);
}
