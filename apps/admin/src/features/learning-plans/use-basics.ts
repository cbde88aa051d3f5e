import type { UpdatePlanBasicsInput } from '../../gql/schema-types.ts';
import type { EditedVersionFragment } from './plan-draft.generated.ts';
import { valuesOf } from './values-of.ts';
import { UpdatePlanBasicsDocument } from './plan-edits.generated.ts';
import { usePlanEditing } from './plan-editing.tsx';

type Basics = Omit<UpdatePlanBasicsInput, 'planId' | 'rowVersion' | 'clientMutationId'>;

/** Saves one field of the basics; `mine` and `theirs` are what is compared where somebody else saved first. */
export function useBasics() {
  const { change, version } = usePlanEditing();
  return (field: string, label: string, mine: string, theirs: (draft: EditedVersionFragment) => string, changes: Basics, when?: 'after typing') =>
    change(
      { key: `basics.${field}`, lane: 'DRAFT', label, mine, theirs: (plan) => (plan.draftVersion ? theirs(plan.draftVersion) : '') },
      UpdatePlanBasicsDocument,
      changes,
      when,
      { document: UpdatePlanBasicsDocument as never, input: valuesOf(version, changes) },
    );
}
