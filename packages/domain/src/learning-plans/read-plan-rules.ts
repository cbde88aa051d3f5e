import { aDate, anObject, aWholeNumber, byKind, oneOf, type JsonReader } from '../shared/read-json.ts';
import type { DueRule, Lookback, ReleaseRule } from './plan-definition.ts';
import { PLAN_LIMITS } from './plan-limits.ts';

const days = aWholeNumber(0, PLAN_LIMITS.days);

function kind<K extends string>(word: K): JsonReader<K> {
  return oneOf(word);
}

function counted<K extends string>(word: K): JsonReader<{ kind: K; days: number }> {
  return anObject<{ kind: K; days: number }>({ kind: kind(word), days });
}

/** Reads when something is due (L10, L28). */
export const aDueRule: JsonReader<DueRule> = byKind<DueRule>({
  NONE: anObject({ kind: kind('NONE') }),
  FIXED: anObject({ kind: kind('FIXED'), date: aDate }),
  RELATIVE: anObject({
    kind: kind('RELATIVE'),
    amount: days,
    unit: oneOf('DAYS', 'WEEKS', 'MONTHS'),
    anchor: oneOf('ENROLLED', 'ASSIGNED', 'FIRST_SIGN_IN', 'HIRE_DATE', 'PREVIOUS_STEP'),
  }),
});

/** Reads when a step opens (C3, C16). */
export const aReleaseRule: JsonReader<ReleaseRule> = byKind<ReleaseRule>({
  IMMEDIATE: anObject({ kind: kind('IMMEDIATE') }),
  ON: anObject({ kind: kind('ON'), date: aDate }),
  AFTER_ENROLLMENT: counted('AFTER_ENROLLMENT'),
  AFTER_PREVIOUS_RELEASED: counted('AFTER_PREVIOUS_RELEASED'),
  AFTER_PREVIOUS_COMPLETED: counted('AFTER_PREVIOUS_COMPLETED'),
  MANUAL: anObject({ kind: kind('MANUAL') }),
});

/** Reads which completions from before the enrollment count (E8). */
export const aLookback: JsonReader<Lookback> = byKind<Lookback>({
  ANY: anObject({ kind: kind('ANY') }),
  WITHIN_DAYS: counted('WITHIN_DAYS'),
  SINCE: anObject({ kind: kind('SINCE'), date: aDate }),
  AFTER_ENROLLMENT: anObject({ kind: kind('AFTER_ENROLLMENT') }),
});
