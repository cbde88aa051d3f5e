import { Group, NumberInput, Select, Stack, Switch, TextInput } from '@mantine/core';
import { PLAN_LIMITS } from '@milepost/domain';
import { type DueRule, DueRuleFields, isWholeDueRule, readDueRule } from '@milepost/web/ui/due-rule-fields.tsx';
import { MarkdownEditor } from '@milepost/web/ui/markdown-editor.tsx';
import { useDueRuleWords } from '@milepost/web/ui/use-due-rule-words.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import type { Metric, MilestoneInput } from '../../gql/schema-types.ts';
import { MilestoneItems } from './milestone-items.tsx';
import type { EditedMilestoneFragment } from './plan-draft.generated.ts';
import { UpdateMilestoneDocument } from './plan-edits.generated.ts';
import { usePlanEditing } from './plan-editing.tsx';
import { useMilestoneWords } from './use-milestone-words.ts';
import { readReleaseRule, ReleaseRuleFields, type TypedReleaseRule, useReleaseWords, wholeReleaseRule } from './release-rule-fields.tsx';
import { useProblemsOf } from './use-problems-of.ts';
import { valuesOf } from './values-of.ts';
import { useTyped } from './use-typed.ts';

const metrics = ['SESSIONS', 'CREDITS', 'NONE'] as const satisfies readonly Metric[];

interface MilestoneFieldsProps {
  milestone: EditedMilestoneFragment;
  /** Its name as it is typed: its heading has it too. */
  name: string;
  onName(next: string): void;
  /** No required milestone stands before it. */
  isFirst: boolean;
}

/** What a milestone is, what it counts, by when, and what is linked to it. */
export function MilestoneFields({ milestone, name, onName, isFirst }: MilestoneFieldsProps) {
  const { t } = useTranslation(['plans', 'ui']);
  const { queue, revision, change } = usePlanEditing();
  const dueWords = useDueRuleWords();
  const releaseWords = useReleaseWords();
  const problems = useProblemsOf();
  const words = useMilestoneWords();
  const [description, setDescription] = useTyped(milestone.description, revision);
  const [metric, setMetric] = useTyped<Metric>(milestone.metric, revision);
  const [units, setUnits] = useTyped<string>(milestone.units ?? '', revision);
  const [due, setDue] = useTyped<DueRule>(readDueRule(milestone.dueRule), revision);
  const [creditType, setCreditType] = useTyped(milestone.creditType ?? '', revision);
  const [release, setRelease] = useTyped<TypedReleaseRule>(readReleaseRule(milestone.releaseRule), revision);
  const [ordered, setOrdered] = useTyped(milestone.itemOrderEnforced, revision);
  const shownName = words.name({ name, position: milestone.position });

  const keyOf = (field: string) => `milestone.${milestone.key}.${field}`;
  const save = (field: string, label: string, mine: string, theirs: (there: EditedMilestoneFragment) => string, changes: MilestoneInput, when?: 'after typing') =>
    change(
      {
        key: keyOf(field),
        lane: 'DRAFT',
        label: `${shownName}: ${label}`,
        mine,
        theirs: (plan) => {
          const there = plan.draftVersion?.milestones.find((each) => each.key === milestone.key);
          return there ? theirs(there) : t('milestone.removed');
        },
      },
      UpdateMilestoneDocument,
      { milestoneKey: milestone.key, milestone: changes },
      when,
      { document: UpdateMilestoneDocument as never, input: { milestoneKey: milestone.key, milestone: before(changes) } },
    );
  // What it counts takes number and type of credits with it, so it brings them back too.
  const before = (changes: MilestoneInput) => valuesOf(milestone, 'metric' in changes ? { metric: null, units: null, creditType: null } : changes);
  const yesNo = (yes: boolean) => (yes ? t('yes') : t('no'));

  return (
    <Stack mt="sm">
      <TextInput
        label={t('milestone.name')}
        data-field="name"
        maxLength={PLAN_LIMITS.milestoneName}
        value={name}
        error={queue.refused[keyOf('name')] ?? problems(milestone.key, 'name')}
        onChange={(event) => {
          const next = event.currentTarget.value;
          onName(next);
          save('name', t('milestone.name'), next, (there) => there.name, { name: next }, 'after typing');
        }}
      />
      <div data-field="description">
        <MarkdownEditor
          label={t('field.description')}
          value={description}
          error={queue.refused[keyOf('description')] ?? problems(milestone.key, 'description')}
          onChange={(next) => {
            setDescription(next);
            save('description', t('field.description'), next, (there) => there.description, { description: next }, 'after typing');
          }}
        />
      </div>
      <Group align="flex-start" gap="xs">
        <Select
          label={t('milestone.metric')}
          data-field="metric"
          allowDeselect={false}
          value={metric}
          data={metrics.map((value) => ({ value, label: t(`metric.${value}`) }))}
          description={t(`metric.text.${metric}`)}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          onChange={(value) => {
            const next = value as Metric;
            setMetric(next);
            if (next !== 'NONE' && units === '') setUnits('1');
            save('metric', t('milestone.metric'), t(`metric.${next}`), (there) => t(`metric.${there.metric}`), { metric: next });
          }}
        />
        {metric !== 'NONE' && (
          <NumberInput
            label={metric === 'CREDITS' ? t('milestone.credits') : t('milestone.units')}
            data-field="units"
            w="10rem"
            min={0}
            step={metric === 'CREDITS' ? 0.5 : 1}
            decimalScale={metric === 'CREDITS' ? 4 : 0}
            value={units}
            error={queue.refused[keyOf('units')] ?? problems(milestone.key, 'units')}
            onChange={(value) => {
              const next = String(value);
              setUnits(next);
              if (Number(next) > 0) save('units', t('milestone.units'), next, (there) => there.units ?? '', { units: next }, 'after typing');
            }}
          />
        )}
        {metric === 'CREDITS' && (
          <TextInput
            label={t('milestone.creditType')}
            placeholder={t('milestone.anyCredit')}
            data-field="creditType"
            w="12rem"
            value={creditType}
            error={queue.refused[keyOf('creditType')] ?? problems(milestone.key, 'creditType')}
            onChange={(event) => {
              const next = event.currentTarget.value;
              setCreditType(next);
              save('creditType', t('milestone.creditType'), next || t('milestone.anyCredit'), (there) => there.creditType ?? t('milestone.anyCredit'), { creditType: next.trim() || null }, 'after typing');
            }}
          />
        )}
      </Group>
      <ReleaseRuleFields
        value={release}
        isFirst={isFirst}
        error={queue.refused[keyOf('releaseRule')] ?? problems(milestone.key, 'releaseRule')}
        onChange={(next, when) => {
          setRelease(next);
          const whole = wholeReleaseRule(next);
          if (whole) save('releaseRule', t('release.label'), releaseWords(next), (there) => releaseWords(readReleaseRule(there.releaseRule)), { releaseRule: whole }, when);
        }}
      />
      <div data-field="dueRule">
        <DueRuleFields
          label={t('field.due')}
          value={due}
          noneLabel={t('milestone.dueAsPlan')}
          anchors={isFirst ? ['ENROLLED', 'ASSIGNED', 'HIRE_DATE', 'FIRST_SIGN_IN'] : ['ENROLLED', 'PREVIOUS_STEP', 'ASSIGNED', 'HIRE_DATE', 'FIRST_SIGN_IN']}
          error={queue.refused[keyOf('dueRule')] ?? problems(milestone.key, 'dueRule')}
          onChange={(next) => {
            setDue(next);
            if (isWholeDueRule(next)) save('dueRule', t('field.due'), dueWords(next), (there) => dueWords(readDueRule(there.dueRule)), { dueRule: next }, 'after typing');
          }}
        />
      </div>
      <MilestoneItems milestone={milestone} />
      <Switch
        label={t('milestone.itemsOrdered')}
        checked={ordered}
        onChange={(event) => {
          const next = event.currentTarget.checked;
          setOrdered(next);
          save('itemOrder', t('milestone.itemsOrdered'), yesNo(next), (there) => yesNo(there.itemOrderEnforced), { itemOrderEnforced: next });
        }}
      />
    </Stack>
  );
}
