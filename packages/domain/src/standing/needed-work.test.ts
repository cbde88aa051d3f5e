import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { neededWork } from './needed-work.ts';
import { prepareDefinition } from './prepare-definition.ts';
import { contentsOf, course, creditMilestone, credits, fact, milestone, plan, situation, stand } from './standing.testing.ts';

const needed = (...milestones: Parameters<typeof plan>[0]) => {
  const definition = plan(milestones);
  return neededWork(prepareDefinition(definition, contentsOf(definition)));
};

describe('without which work nobody is complete [S10]', () => {
  test.each([
    ['all of it, where as many are required as there are', [milestone('M', 2, ['A', 'B'])], [['A'], ['B']]],
    ['one of it, where fewer are', [milestone('M', 1, ['A', 'B'])], [['A', 'B']]],
    ['what is mandatory', [milestone('M', 2, ['A!', 'B', 'C'])], [['A']]],
    ['of each required milestone, and of no elective', [milestone('M', 1, ['A']), milestone('E', null, ['X']), milestone('N', 1, ['B', 'C'])], [['A'], ['B', 'C']]],
    ['one of it, where credits count', [creditMilestone('M', 3, ['A', 'B'])], [['A', 'B']]],
  ])('%s', (_, milestones, expected) => expect(needed(...milestones)).toEqual(expected));

  test('a plan of electives only is completed by nobody', () => expect(needed(milestone('E', null, ['X']))).toBeNull());

  test('nobody who lacks it is found complete, whatever else they have done', () => {
    const names = ['A', 'B', 'C', 'D'];
    const shape = fc.record({ units: fc.integer({ min: 1, max: 3 }), items: fc.subarray(names, { minLength: 1 }), mandatory: fc.boolean(), byCredits: fc.boolean() });
    fc.assert(
      fc.property(fc.array(shape, { minLength: 1, maxLength: 3 }), fc.subarray(names), (shapes, done) => {
        const contents = names.map((name) => course(name, credits({ CPE: 1 })));
        const milestones = shapes.map(({ units, items, mandatory, byCredits }, index) =>
          (byCredits ? creditMilestone : milestone)(`M${index}`, units, items.map((item, place) => (mandatory && place === 0 ? `${item}!` : item))),
        );
        const definition = plan(milestones);
        const lists = neededWork(prepareDefinition(definition, contents))!;
        const lacks = lists.some((list) => !list.some((work) => done.includes(work)));
        const { status } = stand(definition, situation({ facts: done.map((name) => fact(name, '2027-02-01')) }), contents);
        if (lacks) expect(status).not.toBe('COMPLETED');
      }),
    );
  });
});
