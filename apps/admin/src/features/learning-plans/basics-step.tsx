import { Stack, Switch, TextInput } from '@mantine/core';
import { PLAN_LIMITS } from '@milepost/domain';
import { type DueRule, DueRuleFields, isWholeDueRule, readDueRule } from '@milepost/web/ui/due-rule-fields.tsx';
import { MarkdownEditor } from '@milepost/web/ui/markdown-editor.tsx';
import { useDueRuleWords } from '@milepost/web/ui/use-due-rule-words.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import type { EditedVersionFragment } from './plan-draft.generated.ts';
import { UpdatePlanBasicsDocument } from './plan-edits.generated.ts';
import { usePlanEditing } from './plan-editing.tsx';
import { useFocusAt } from './use-focus-at.ts';
import { useTyped } from './use-typed.ts';

/** Step 1: name, description, due rule and whether milestones are done in their order. Saves as one goes. */
export function BasicsStep() {
  const { t } = useTranslation(['plans', 'ui']);
  const { version, queue, revision, change } = usePlanEditing();
  const dueWords = useDueRuleWords();
  const [name, setName] = useTyped(version.name, revision);
  const [description, setDescription] = useTyped(version.description, revision);
  const [due, setDue] = useTyped<DueRule>(readDueRule(version.dueRule), revision);
  const [ordered, setOrdered] = useTyped(version.milestoneOrderEnforced, revision);
  useFocusAt();
  const about = (key: string, label: string, mine: string, theirs: (draft: EditedVersionFragment) => string) => ({
    key: `basics.${key}`,
    lane: 'DRAFT' as const,
    label,
    mine,
    theirs: (plan: { draftVersion?: EditedVersionFragment | null }) => (plan.draftVersion ? theirs(plan.draftVersion) : ''),
  });
  const yesNo = (yes: boolean) => (yes ? t('yes') : t('no'));

  return (
    <Stack data-at="plan" tabIndex={-1}>
      <TextInput
        label={t('field.name')}
        required
        data-field="name"
        maxLength={PLAN_LIMITS.name}
        value={name}
        error={queue.refused['basics.name'] ?? (name.trim() === '' ? t('create.nameMissing') : undefined)}
        onChange={(event) => {
          const next = event.currentTarget.value;
          setName(next);
          if (next.trim() !== '') change(about('name', t('field.name'), next, (draft) => draft.name), UpdatePlanBasicsDocument, { name: next }, 'after typing');
        }}
      />
      <div data-field="description">
        <MarkdownEditor
          label={t('field.description')}
          value={description}
          error={queue.refused['basics.description']}
          onChange={(next) => {
            setDescription(next);
            change(about('description', t('field.description'), next, (draft) => draft.description), UpdatePlanBasicsDocument, { description: next }, 'after typing');
          }}
        />
      </div>
      <div data-field="dueRule">
        <DueRuleFields
          label={t('field.due')}
          value={due}
          anchors={['ENROLLED', 'ASSIGNED', 'HIRE_DATE', 'FIRST_SIGN_IN']}
          error={queue.refused['basics.dueRule']}
          onChange={(next) => {
            setDue(next);
            if (!isWholeDueRule(next)) return;
            change(about('dueRule', t('field.due'), dueWords(next), (draft) => dueWords(readDueRule(draft.dueRule))), UpdatePlanBasicsDocument, { dueRule: next }, 'after typing');
          }}
        />
      </div>
      <Switch
        label={t('field.ordered')}
        description={t('field.orderedText')}
        checked={ordered}
        onChange={(event) => {
          const next = event.currentTarget.checked;
          setOrdered(next);
          change(about('ordered', t('field.ordered'), yesNo(next), (draft) => yesNo(draft.milestoneOrderEnforced)), UpdatePlanBasicsDocument, { milestoneOrderEnforced: next });
        }}
      />
    </Stack>
  );
}
