import { describe, expect, test } from '@jest/globals';
import { findAbsent } from './find-absent.ts';

const person = (name: string, employeeNumber: string | null, email: string | null, status: 'ACTIVE' | 'SUSPENDED' | 'LEFT' = 'ACTIVE') => ({ id: name, name, employeeNumber, email, status, mergedIntoId: null as string | null });
const absent = (rows: readonly string[][], places: { employeeNumber?: number; email?: number }, ...existing: ReturnType<typeof person>[]) =>
  findAbsent(rows, places, existing).map(({ name }) => name);

describe('whom a complete file leaves out', () => {
  test('is who stands in none of its rows, by number or by e-mail, whatever case and width', () => {
    const rows = [['ａ-1', ''], ['', 'MIA@Example.com']];
    expect(absent(rows, { employeeNumber: 0, email: 1 }, person('Ann', 'A-1', null), person('Mia', 'M-1', 'mia@example.com'), person('Zoe', 'Z-1', 'zoe@example.com'))).toEqual(['Zoe']);
  });

  test('is nobody whose row is wrong otherwise', () => {
    expect(absent([['A-1', 'no address', '32/13/2020']], { employeeNumber: 0, email: 1 }, person('Ann', 'A-1', null))).toEqual([]);
  });

  test('is nobody who has left already; who is suspended is left out like others', () => {
    expect(absent([['X']], { employeeNumber: 0 }, person('Gone', 'G', null, 'LEFT'), person('Away', 'W', null, 'SUSPENDED'))).toEqual(['Away']);
  });

  test('an empty cell stands for nobody, also for who has no such identifier', () => {
    expect(absent([['', 'ann@example.com']], { employeeNumber: 0, email: 1 }, person('Bob', null, 'bob@example.com'))).toEqual(['Bob']);
  });

  test('a formula that was made harmless is the number that it was', () => {
    expect(absent([["'-17"]], { employeeNumber: 0 }, person('Ann', '-17', null))).toEqual([]);
  });
  test('who is named by what a record was known by that was merged into theirs is there, and the record itself is never left out [2.1]', () => {
    const [mia, old, zoe] = [person('Mia', 'M-2', null), { ...person('Mia (old)', 'M-1', null), mergedIntoId: 'Mia' }, person('Zoe', 'Z-1', null)];
    expect(absent([['M-1']], { employeeNumber: 0 }, mia, old, zoe)).toEqual(['Zoe']);
    expect(absent([['Z-1']], { employeeNumber: 0 }, mia, old, zoe)).toEqual(['Mia']);
  });
});
