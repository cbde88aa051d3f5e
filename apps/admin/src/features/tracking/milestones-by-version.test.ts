import { expect, test } from '@jest/globals';
import type { ActVersionFragment } from './plan-act.generated.ts';
import { milestonesByVersion } from './use-plan-act-form.tsx';

const version = (number: number, ...keys: readonly string[]): ActVersionFragment => ({
  __typename: 'PlanVersion',
  number,
  milestones: keys.map((key) => ({ __typename: 'Milestone', id: key, key, name: key, metric: key === 'elective' ? 'NONE' : 'SESSIONS' })),
});

test('each milestone stands once: under what is published, else under the newest version that people are on [L41]', () => {
  const found = milestonesByVersion(version(3, 'a', 'new', 'elective'), [version(3, 'a', 'new'), version(2, 'a', 'dropped'), version(1, 'a', 'dropped', 'older')]);
  expect(found.map(({ number, milestones }) => [number, ...milestones.map(({ key }) => key)])).toEqual([[3, 'a', 'new'], [2, 'dropped'], [1, 'older']]);
});

test('what is opened or held may be an elective too [C13]', () => {
  const found = milestonesByVersion(version(1, 'a', 'elective'), [], true);
  expect(found.flatMap(({ milestones }) => milestones.map(({ key }) => key))).toEqual(['a', 'elective']);
});
