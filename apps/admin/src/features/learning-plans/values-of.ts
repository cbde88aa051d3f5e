import { readDueRule } from '@milepost/web/ui/due-rule-fields.tsx';

const asInput: Readonly<Record<string, (there: never) => unknown>> = {
  dueRule: readDueRule,
  cover: (cover: { fileId: string; alt: string } | null) => cover && { fileId: cover.fileId, alt: cover.alt },
};

/** What stands in `there` in the fields that `changes` names, as an edit takes it: the way back from those changes. */
export function valuesOf(there: object, changes: object): object {
  const known = there as Record<string, unknown>;
  return Object.fromEntries(Object.keys(changes).map((field) => [field, asInput[field] ? asInput[field](known[field] as never) : known[field]]));
}
