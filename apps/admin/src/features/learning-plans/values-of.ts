import { readDueRule } from '@milepost/web/ui/due-rule-fields.tsx';

/** What stands in `there` in the fields that `changes` names, as an edit takes it: the way back from those changes. */
export function valuesOf(there: object, changes: object): object {
  const known = there as Record<string, unknown>;
  return Object.fromEntries(Object.keys(changes).map((field) => [field, field === 'dueRule' ? readDueRule(known.dueRule as Parameters<typeof readDueRule>[0]) : known[field]]));
}
