import { expect, test } from '@jest/globals';
import { applyMark } from './markdown-marks.ts';

test('a mark goes around what is selected, and the selection stays on it', () => {
  expect(applyMark({ text: 'read this now', from: 5, to: 9 }, 'bold', 'text')).toEqual({ text: 'read **this** now', from: 7, to: 11 });
});

test('with nothing selected a sample is written and selected', () => {
  expect(applyMark({ text: '', from: 0, to: 0 }, 'italic', 'text')).toEqual({ text: '_text_', from: 1, to: 5 });
});

test('a list marks every line of the selection from its first character on', () => {
  expect(applyMark({ text: 'a\nbb\ncc', from: 3, to: 7 }, 'numbered', 'text').text).toBe('a\n1. bb\n2. cc');
});

test('a link selects the address that is to be filled in', () => {
  const marked = applyMark({ text: 'see here', from: 4, to: 8 }, 'link', 'text');
  expect(marked.text).toBe('see [here](https://)');
  expect(marked.text.slice(marked.from, marked.to)).toBe('https://');
});
