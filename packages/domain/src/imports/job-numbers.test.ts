import { describe, expect, test } from '@jest/globals';
import { expectCatalogIsComplete } from '../shared/catalog.testing.ts';
import type { PersonId } from '../shared/ids.ts';
import { findByJobNumber, jobNumberCatalog, sayJobNumberProblem, type NumberedPerson } from './job-numbers.ts';

const person = (employeeNumber: string, status: NumberedPerson['status'] = 'ACTIVE', displayName = `Person ${employeeNumber}`): NumberedPerson => ({
  id: `id ${employeeNumber}` as PersonId, employeeNumber, displayName, status,
});
const people = [person('00123'), person('N-77'), person('123004'), person('7'), person('0042'), person('042'), person('L1', 'LEFT'), person('S1', 'SUSPENDED')];
const read = (...cells: string[]) => findByJobNumber(cells, people, 2).map(({ person: found, problems }) => [found?.employeeNumber ?? null, ...problems.map((each) => each.code)]);

describe('a list of job numbers [D25, D26]', () => {
  test.each<[string, string, (string | null)[]]>([
    ['as it is written', '00123', ['00123']],
    ['in another case, in full width, with white space', ' ｎ-77 ', ['N-77']],
    ['as an exported cell', "'7", ['7']],
    ['without the zeros that a spreadsheet took, where one can be meant', '123', ['00123', 'ZEROS_RESTORED']],
    ['without zeros where two can be meant', '42', [null, 'NUMBER_AMBIGUOUS']],
    ['in scientific notation', '1.23E+05', [null, 'NUMBER_SHORTENED']],
    ['empty', '  ', [null, 'NUMBER_MISSING']],
    ['of nobody, and so of another organization', '999', [null, 'NUMBER_UNKNOWN']],
    ['of somebody who left', 'L1', [null, 'PERSON_LEFT']],
    ['of somebody who is away', 's1', ['S1', 'PERSON_AWAY']],
    ['with a sign that breaks rows', 'a\u0000b', [null, 'NUMBER_MISSING']],
  ])('%s: “%s”', (_, cell, expected) => {
    expect(read(cell)).toEqual([expected]);
  });

  test('one that stands twice counts once, however it is written', () => {
    expect(read('00123', '123', 'N-77', 'n-77')).toEqual([['00123'], [null, 'NUMBER_DOUBLED'], ['N-77'], [null, 'NUMBER_DOUBLED']]);
    expect(findByJobNumber(['7', '7'], people, 2)[1]?.problems).toEqual([{ code: 'NUMBER_DOUBLED', params: { value: '7', firstRow: 2 } }]);
  });

  test('what may have been meant is said, and only where one person can be meant', () => {
    const said = (cell: string) => findByJobNumber([cell], people, 2).flatMap(({ problems }) => problems.map((each) => sayJobNumberProblem(each, 'en'))).join();
    expect(said('1.23E+05')).toContain('It may be 123004 (Person 123004).');
    expect(said('9.99E+05')).not.toContain('It may be');
    expect(said('n77')).toContain('It may be N-77 (Person N-77).');
    expect(said('42')).toContain('0042 or 042');
  });

  test('a cell of any length is said in few words', () => {
    expect(findByJobNumber(['9'.repeat(5_000)], people, 2)[0]?.value).toHaveLength(101);
  });

  test('every problem is said in both languages', () => {
    expectCatalogIsComplete(jobNumberCatalog, {
      NUMBER_MISSING: {}, NUMBER_SHORTENED: { value: '1E+05', meant: '' }, NUMBER_DOUBLED: { value: '7', firstRow: 2 }, NUMBER_UNKNOWN: { value: '9', meant: '' },
      NUMBER_AMBIGUOUS: { value: '42', candidates: ['042', '0042'] }, PERSON_LEFT: { value: '1', name: 'Mia' }, ZEROS_RESTORED: { value: '1', meant: '01' }, PERSON_AWAY: { name: 'Mia' },
    });
  });
});
