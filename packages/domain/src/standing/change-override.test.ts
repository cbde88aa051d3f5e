import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { expectCatalogIsComplete } from '../shared/catalog.testing.ts';
import { decimal } from '../shared/decimal.ts';
import { changeOverrides, individualRules, overrideActions, type IndividualRules, type KeptOverride, type OverrideSituation } from './change-override.ts';
import { overrideCatalog, rulesMessage, sayOverride } from './override-messages.ts';
import { day, key, milestone } from './standing.testing.ts';

const M = milestone('M', 2, ['A']);
const E = milestone('E', null, ['A']);
const milestoneKey = key('M');
const waived: KeptOverride = { id: 'w', act: 'WAIVE', milestoneKey };
const three: KeptOverride = { id: 'u', act: 'ADJUST_UNITS', milestoneKey, units: decimal(3) };
const june: KeptOverride = { id: 'd', act: 'ADJUST_DUE', milestoneKey, due: day('2027-06-30') };
const remark: KeptOverride = { id: 'n', act: 'NOTE', milestoneKey, note: 'On leave in May' };
const now: OverrideSituation = { status: 'NOT_STARTED', milestone: M, inForce: [], today: day('2027-06-01') };
const change = (rules: IndividualRules, more: Partial<OverrideSituation> = {}) => changeOverrides(rules, { ...now, ...more });
const codes = (rules: IndividualRules, more: Partial<OverrideSituation> = {}) => {
  const changed = change(rules, more);
  return changed.ok ? [] : changed.problem.map(({ code }) => code);
};

describe('the individual rules of a milestone become what was said [L41, L42, L43, R6, R7, R8]', () => {
  test.each<[string, readonly KeptOverride[], IndividualRules, readonly string[], readonly string[]]>([
    ['a waiver begins', [], { action: 'WAIVE' }, [], ['WAIVE']],
    ['a waiver takes the place of an adjustment', [three, june], { action: 'WAIVE' }, ['u', 'd'], ['WAIVE']],
    ['an adjustment takes the place of a waiver', [waived], { action: 'ADJUST', units: decimal(3) }, ['w'], ['ADJUST_UNITS']],
    ['no action clears all, the note too', [three, june, remark], { action: 'NO_ACTION' }, ['u', 'd', 'n'], []],
    ['what stays keeps its date: only the due date is new', [three], { action: 'ADJUST', units: decimal('3.0'), due: day('2027-06-30') }, [], ['ADJUST_DUE']],
    ['another number ends the one before', [three], { action: 'ADJUST', units: decimal(4) }, ['u'], ['ADJUST_UNITS']],
    ['no due date for this person', [june], { action: 'ADJUST', due: 'NONE' }, ['d'], ['ADJUST_DUE']],
    ['a note beside a waiver', [waived], { action: 'WAIVE', note: ' On leave in May ' }, [], ['NOTE']],
    ['the same once more is nothing', [waived, remark], { action: 'WAIVE', note: 'On leave in May' }, [], []],
    ['an empty note is none', [remark], { action: 'NO_ACTION', note: '  ' }, ['n'], []],
  ])('%s', (_, inForce, rules, end, begin) => {
    const changed = change(rules, { inForce });
    expect(changed.ok && [changed.value.end, changed.value.begin.map(({ act }) => act)]).toEqual([end, begin]);
  });

  test('whether more or less is asked of the person is told; a note asks nothing', () => {
    const asks = (rules: IndividualRules, inForce: readonly KeptOverride[] = []) => {
      const changed = change(rules, { inForce });
      return changed.ok && changed.value.requires;
    };
    expect([asks({ action: 'WAIVE' }), asks({ action: 'NO_ACTION', note: 'Seen' }), asks({ action: 'NO_ACTION' }, [waived]), asks({ action: 'NO_ACTION' }, [remark])]).toEqual([true, false, true, false]);
  });

  test('whatever was in force, afterwards exactly what was said is, and to say it again changes nothing', () => {
    const rules = fc.oneof(
      fc.constant<IndividualRules>({ action: 'NO_ACTION' }),
      fc.record({ action: fc.constant('WAIVE' as const), note: fc.constantFrom(null, 'a', 'b') }),
      fc.record({ action: fc.constant('ADJUST' as const), units: fc.integer({ min: 1, max: 9 }).map((each) => decimal(each)), due: fc.constantFrom(null, 'NONE' as const, day('2027-07-01')), note: fc.constantFrom(null, 'a') }),
    );
    fc.assert(
      fc.property(fc.array(rules, { minLength: 1, maxLength: 6 }), (each) => {
        let inForce: KeptOverride[] = [];
        for (const [index, wish] of each.entries()) {
          const changed = change(wish, { inForce });
          if (!changed.ok) throw new Error(JSON.stringify(changed.problem));
          inForce = [...inForce.filter(({ id }) => !changed.value.end.includes(id)), ...changed.value.begin.map((content, place) => ({ ...content, id: `${index} ${place}` }))];
          expect(individualRules(inForce)).toEqual({ units: null, due: null, note: null, ...wish });
          const again = change(wish, { inForce });
          expect(again).toEqual({ ok: true, value: { end: [], begin: [], requires: false } });
        }
      }),
    );
  });
});

describe('what is refused', () => {
  test.each<[string, IndividualRules, Partial<OverrideSituation>, readonly string[]]>([
    ['nothing required: waive instead [R6]', { action: 'ADJUST', units: decimal(0) }, {}, ['USE_WAIVE']],
    ['an adjustment of nothing', { action: 'ADJUST' }, {}, ['NOTHING_TO_ADJUST']],
    ['a day that has passed', { action: 'ADJUST', due: day('2027-05-31') }, {}, ['OVERRIDE_DUE_IN_PAST']],
    ['today is a day like others', { action: 'ADJUST', due: day('2027-06-01') }, {}, []],
    ['a day that passed since it was set stays', { action: 'ADJUST', units: decimal(3), due: day('2027-06-30') }, { inForce: [june], today: day('2027-07-02') }, []],
    ['an elective is not waived', { action: 'WAIVE' }, { milestone: E }, ['ELECTIVE_NEEDS_NO_WAIVER']],
    ['the plan is not waived', { action: 'WAIVE' }, { milestone: null }, ['PLAN_HAS_DUE_ONLY']],
    ['the plan has a due date', { action: 'ADJUST', due: day('2027-07-01'), note: 'Agreed' }, { milestone: null }, []],
    ['the plan has a note of some length', { action: 'NO_ACTION', note: 'x'.repeat(2001) }, { milestone: null }, ['NOTE_TOO_LONG']],
    ['completed: its dates change no more [2.4]', { action: 'WAIVE' }, { status: 'COMPLETED' }, ['PLAN_COMPLETED']],
    ['completed: a note is welcome', { action: 'NO_ACTION', note: 'Well done' }, { status: 'COMPLETED' }, []],
    ['nobody has it any more', { action: 'ADJUST', units: decimal(1) }, { status: 'WITHDRAWN' }, ['PLAN_WITHDRAWN']],
    ['all at once', { action: 'ADJUST', units: decimal('0.5'), due: day('2027-01-01') }, { status: 'COMPLETED' }, ['UNITS_NOT_WHOLE', 'OVERRIDE_DUE_IN_PAST', 'PLAN_COMPLETED']],
  ])('%s', (_, rules, more, expected) => expect(codes(rules, more)).toEqual(expected));

  test('an elective knows no waiver', () => {
    expect([overrideActions(E), overrideActions(M)]).toEqual([['NO_ACTION', 'ADJUST'], ['NO_ACTION', 'WAIVE', 'ADJUST']]);
  });
});

test('rules are said in both languages, also who came first with them', () => {
  const rules = rulesMessage({ action: 'ADJUST', units: decimal(3), due: day('2027-06-30') });
  expectCatalogIsComplete(overrideCatalog, {
    RULES_NONE: {}, RULES_WAIVED: {}, RULES_ADJUSTED: { parts: [rulesMessage({ action: 'WAIVE' })] }, PART_UNITS: { units: '3' }, PART_DUE: { due: '2027-06-30' }, PART_NO_DUE: {},
    CHANGED_MEANWHILE: { by: 'Ada', on: '2027-06-01', rules },
  });
  expect(sayOverride({ code: 'CHANGED_MEANWHILE', params: { by: 'Ada', on: '2027-06-01', rules } }, 'en')).toBe(
    'Ada changed this for the same person on June 1, 2027: 3 required and due on June 30, 2027. Nothing of yours was saved; compare and save again.',
  );
  expect(sayOverride(rulesMessage({ action: 'ADJUST', due: 'NONE' }), 'zh-CN')).toBe('没有截止日期');
  expect(sayOverride(rulesMessage({ action: 'NO_ACTION' }), 'en')).toBe('as for everybody');
});
