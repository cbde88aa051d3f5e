import { NumberInput, Stack, Switch, Text, TextInput } from '@mantine/core';
import { PLAN_LIMITS } from '@milepost/domain';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { type DueRule, DueRuleFields, isWholeDueRule, readDueRule } from '@milepost/web/ui/due-rule-fields.tsx';
import { MarkdownEditor } from '@milepost/web/ui/markdown-editor.tsx';
import { useDueRuleWords } from '@milepost/web/ui/use-due-rule-words.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { CoverField } from './cover-field.tsx';
import { LookbackFields } from './lookback-fields.tsx';
import { usePlanEditing } from './plan-editing.tsx';
import { StartEndFields } from './start-end-fields.tsx';
import { UnreleasedDisplayField } from './unreleased-display-field.tsx';
import { useBasics } from './use-basics.ts';
import { useFocusAt } from './use-focus-at.ts';
import { useProblemsOf } from './use-problems-of.ts';
import { useTyped } from './use-typed.ts';

/** Step 1: name, description, period, due rule, what counts and what is seen before it opens (D2, D11, L9–L11). Saves as one goes. */
export function BasicsStep() {
  const { t } = useTranslation(['plans', 'ui']);
  const { plan, version, queue, revision } = usePlanEditing();
  const format = useFormat();
  const dueWords = useDueRuleWords();
  const save = useBasics();
  const problems = useProblemsOf();
  const [name, setName] = useTyped(version.name, revision);
  const [description, setDescription] = useTyped(version.description, revision);
  const [due, setDue] = useTyped<DueRule>(readDueRule(version.dueRule), revision);
  const [least, setLeast] = useTyped<number | string>(version.minimumDays ?? '', revision);
  const [ordered, setOrdered] = useTyped(version.milestoneOrderEnforced, revision);
  useFocusAt();
  const yesNo = (yes: boolean) => (yes ? t('yes') : t('no'));
  const days = (count: number | null | undefined) => (count === null || count === undefined ? t('field.none') : format.number(count));

  return (
    <Stack data-at="plan" tabIndex={-1}>
      <Text size="sm" c="dimmed">
        {t('preset.startedAs', { name: t(`preset.${plan.preset}.name`) })} {t(`preset.${plan.preset}.effects`)}
      </Text>
      <TextInput
        label={t('field.name')}
        required
        data-field="name"
        maxLength={PLAN_LIMITS.name}
        value={name}
        error={queue.refused['basics.name'] ?? (name.trim() === '' ? t('create.nameMissing') : problems('plan', 'name'))}
        onChange={(event) => {
          const next = event.currentTarget.value;
          setName(next);
          if (next.trim() !== '') save('name', t('field.name'), next, (draft) => draft.name, { name: next }, 'after typing');
        }}
      />
      <div data-field="description">
        <MarkdownEditor
          label={t('field.description')}
          value={description}
          error={queue.refused['basics.description'] ?? problems('plan', 'description')}
          onChange={(next) => {
            setDescription(next);
            save('description', t('field.description'), next, (draft) => draft.description, { description: next }, 'after typing');
          }}
        />
      </div>
      <CoverField />
      <StartEndFields />
      <div data-field="dueRule">
        <DueRuleFields
          label={t('field.due')}
          value={due}
          anchors={['ENROLLED', 'ASSIGNED', 'HIRE_DATE', 'FIRST_SIGN_IN']}
          error={queue.refused['basics.dueRule'] ?? problems('plan', 'dueRule')}
          onChange={(next) => {
            setDue(next);
            if (!isWholeDueRule(next)) return;
            save('dueRule', t('field.due'), dueWords(next), (draft) => dueWords(readDueRule(draft.dueRule)), { dueRule: next }, 'after typing');
          }}
        />
      </div>
      <NumberInput
        label={t('field.minimumDays')}
        description={t('field.minimumDaysText')}
        data-field="minimumDays"
        maw="24rem"
        min={0}
        max={PLAN_LIMITS.days}
        allowDecimal={false}
        value={least}
        error={queue.refused['basics.minimumDays'] ?? problems('plan', 'minimumDays')}
        onChange={(next) => {
          setLeast(next);
          const minimumDays = typeof next === 'number' ? next : null;
          save('minimumDays', t('field.minimumDays'), days(minimumDays), (draft) => days(draft.minimumDays), { minimumDays }, 'after typing');
        }}
      />
      <LookbackFields />
      <Switch
        label={t('field.ordered')}
        description={t('field.orderedText')}
        data-field="milestoneOrderEnforced"
        checked={ordered}
        onChange={(event) => {
          const next = event.currentTarget.checked;
          setOrdered(next);
          save('ordered', t('field.ordered'), yesNo(next), (draft) => yesNo(draft.milestoneOrderEnforced), { milestoneOrderEnforced: next });
        }}
      />
      <UnreleasedDisplayField />
    </Stack>
  );
}
