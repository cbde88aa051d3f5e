import { describe, expect, test } from '@jest/globals';
import { calendarDate } from '@milepost/domain';
import type { EditedMilestoneFragment } from './plan-draft.generated.ts';
import { buildMilestone, buildPlan } from './plan.testing.ts';
import { eventsOf, makeUp, simulatePlan } from './simulate-plan.ts';

const linked = (id: string): EditedMilestoneFragment['items'] => [
  {
    __typename: 'MilestoneItem',
    position: 0,
    mandatory: false,
    learningObjectId: id,
    learningObject: { __typename: 'LearningObject', id, name: id, kind: 'COURSE', status: 'ACTIVE', durationMinutes: null, expiresOn: null, credits: [] },
  },
];
const first = buildMilestone({ key: 'm1', position: 0, units: '1', items: linked('a') });
const second = buildMilestone({ key: 'm2', position: 1, units: '1', items: linked('b'), releaseRule: { kind: 'AFTER_PREVIOUS_COMPLETED', days: 2 } });
const version = buildPlan({ draft: { milestones: [first, second], displayUnreleasedSteps: 'NONE', dueRule: { __typename: 'DueRule', kind: 'RELATIVE', amount: 30, unit: 'DAYS', anchor: 'ENROLLED', date: null } } }).draftVersion!;
const day = (date: string) => calendarDate(date);
const person = makeUp({ enrolledOn: day('2027-03-01'), hiredOn: null, zone: 'Asia/Shanghai' });
const at = (date: string) => simulatePlan(version, 'LEARNING_PLAN', person, new Map([['a', day('2027-03-05')]]), day(date));

describe('the simulated person [C3, C4, C19]', () => {
  test('stands each day where a real one would: what is to come is hidden, then opens, and what was done later is not done yet', () => {
    expect(at('2027-03-04').milestones.map(({ status, titleHidden }) => [status, titleHidden])).toEqual([['AVAILABLE', false], ['NOT_RELEASED', true]]);
    expect(at('2027-03-05').milestones.map(({ status, opensOn }) => [status, opensOn])).toEqual([['COMPLETED', '2027-03-01'], ['NOT_RELEASED', '2027-03-07']]);
    expect(at('2027-03-07').milestones[1]).toMatchObject({ status: 'AVAILABLE', titleHidden: false });
  });

  test('has a timeline of what opens, is done and is due, in the order in which it happens', () => {
    expect(eventsOf(at('2027-03-06'), day('2027-03-01')).map(({ on, what }) => `${on} ${what}`)).toEqual(['2027-03-01 START', '2027-03-05 DONE', '2027-03-07 OPENS', '2027-03-31 PLAN_DUE']);
  });
});
