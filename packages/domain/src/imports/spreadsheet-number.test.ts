import { describe, expect, test } from '@jest/globals';
import { readNumberFormat, spreadsheetNumber } from './spreadsheet-number.ts';

describe('what a spreadsheet’s number is meant as', () => {
  test.each<[string, string, number, string | undefined, string]>([
    ['a job number in full', '100012', 0, undefined, '100012'],
    ['a job number that the file keeps in scientific notation, nothing lost', '1.00012E5', 0, undefined, '100012'],
    ['one with the zeros of its format', '123', 164, '00000', '00123'],
    ['one with more digits than its format', '1234567', 164, '00000', '1234567'],
    ['one that has lost digits, told as such', '12345678901234500', 0, undefined, '1.23457E+16'],
    ['a date of the calendar of 1900', '45123', 14, undefined, '2023-07-16'],
    ['a Chinese date', '45123', 165, 'yyyy"年"m"月"d"日"', '2023-07-16'],
    ['an East Asian built-in date', '45123', 31, undefined, '2023-07-16'],
    ['a date before the day that never was', '59', 14, undefined, '1900-02-28'],
    ['a date with its time', '45123.75', 22, undefined, '2023-07-16 18:00'],
    ['a time alone', '0.5', 20, undefined, '12:00'],
    ['a number beyond all dates', '99999999', 14, undefined, '99999999'],
    ['a fraction without its rounding', '0.30000000000000004', 0, undefined, '0.3'],
    ['a number in colour is no date', '45123', 166, '[Red]#,##0', '45123'],
    ['words in a format are no date', '5', 167, '0" days"', '5'],
    ['what is no number', 'n/a', 14, undefined, 'n/a'],
    ['nothing', '', 14, undefined, ''],
  ])('%s', (_, raw, id, code, expected) => {
    expect(spreadsheetNumber(raw, readNumberFormat(id, code), false)).toBe(expected);
  });

  test('a file that counts from 1904 has its own days', () => {
    expect(spreadsheetNumber('43661', readNumberFormat(14), true)).toBe('2023-07-16');
  });
});
