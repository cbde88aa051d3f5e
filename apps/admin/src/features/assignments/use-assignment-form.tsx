import { Radio, Select, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { problemsOf, type RefusalProblem, useAct } from '@milepost/web/apollo/use-act.ts';
import { calendarDateIn } from '@milepost/web/i18n/calendar-date.ts';
import { useReaderZone } from '@milepost/web/i18n/reader-zone.tsx';
import { type DueRule, DueRuleFields, isWholeDueRule } from '@milepost/web/ui/due-rule-fields.tsx';
import type { Failure } from '@milepost/web/ui/error-state.tsx';
import { type ReactNode, useState } from 'react';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import type { AssignmentMode, OnLeave } from '../../gql/schema-types.ts';
import { PreviewAssignmentDocument, useAssignablePlansQuery } from './assignments.generated.ts';

/** The field that chooses an audience, as a page gives it. */
export type AudienceSlot = (field: { value: unknown; onChange(next: unknown): void }) => ReactNode;

type Started = { readonly is: 'STARTED'; readonly operationId: string } | { readonly is: 'REFUSED' } | { readonly is: 'FAILED'; readonly failure: Failure };

/** What is given to whom, by when, under which name (D3, D20–D25): the form, whether it says enough, and the wish for a preview. */
export function useAssignmentForm(audienceField: AudienceSlot, plan?: { readonly id: string; readonly name: string }) {
  const { t } = useTranslation('assignments');
  const act = useAct();
  const zone = useReaderZone();
  const [planId, setPlanId] = useState<string | null>(plan?.id ?? null);
  const [audience, setAudience] = useState<unknown>(null);
  const [due, setDue] = useState<DueRule>({ kind: 'NONE' });
  const [membership, setMembership] = useState<Membership>({ mode: 'ONE_TIME', onLeave: 'KEEP_IF_STARTED' });
  const [name, setName] = useState('');
  const [problems, setProblems] = useState<readonly RefusalProblem[]>([]);
  const problemAt = (field: string) => problems.find((problem) => problem.field?.split('.')[0] === field)?.message;
  const elsewhere = problems.filter((problem) => !['name', 'dueRule'].includes(problem.field?.split('.')[0] ?? ''));

  const start = async (): Promise<Started> => {
    setProblems([]);
    const answer = await act(PreviewAssignmentDocument, { planId: planId ?? '', audience, dueRule: due.kind === 'NONE' ? null : due, name: name || null, ...membership });
    if (answer.is === 'FAILED') return { is: 'FAILED', failure: { ...answer.failure, lost: 'INPUT' } };
    const result = answer.data.previewAssignment;
    if (result.__typename === 'Operation') return { is: 'STARTED', operationId: result.id };
    setProblems(problemsOf(result));
    return { is: 'REFUSED' };
  };

  const form = (
    <Stack gap="lg">
      {elsewhere.length > 0 && (
        <Text role="alert" c="var(--mantine-color-error)" size="sm">
          {elsewhere.map((problem) => problem.message).join(' ')}
        </Text>
      )}
      {plan ? <Text fw={600}>{plan.name}</Text> : <PlanField value={planId} onChange={setPlanId} />}
      {audienceField({ value: audience, onChange: setAudience })}
      <MembershipFields value={membership} onChange={setMembership} />
      <DueRuleFields
        label={t('form.due')}
        noneLabel={t('form.dueAsPlan')}
        anchors={['ASSIGNED', 'ENROLLED', 'HIRE_DATE', 'FIRST_SIGN_IN']}
        min={calendarDateIn(zone, new Date())}
        value={due}
        onChange={setDue}
        error={problemAt('dueRule')}
      />
      <TextInput
        label={t('form.name')}
        description={t('form.nameText')}
        maxLength={200}
        value={name}
        error={problemAt('name')}
        onChange={(event) => setName(event.currentTarget.value)}
      />
    </Stack>
  );
  return { form, start, chosen: planId !== null && audience !== null && isWholeDueRule(due) };
}

/** For whom in the course of time, and what becomes of those who leave. */
interface Membership {
  readonly mode: AssignmentMode;
  readonly onLeave: OnLeave;
}

const leaveChoices: readonly OnLeave[] = ['KEEP_IF_STARTED', 'KEEP', 'REMOVE'];

function MembershipFields({ value, onChange }: { value: Membership; onChange(next: Membership): void }) {
  const { t } = useTranslation('assignments');
  return (
    <>
      <Radio.Group label={t('form.mode')} value={value.mode} onChange={(mode) => onChange({ ...value, mode })}>
        <Stack gap="xs" mt={4}>
          <Radio value="ONE_TIME" label={t('mode.ONE_TIME')} description={t('form.modeText.ONE_TIME')} />
          <Radio value="DYNAMIC" label={t('mode.DYNAMIC')} description={t('form.modeText.DYNAMIC')} />
        </Stack>
      </Radio.Group>
      {value.mode === 'DYNAMIC' && (
        <Select
          label={t('form.onLeave')}
          description={t('form.onLeaveText')}
          allowDeselect={false}
          data={leaveChoices.map((each) => ({ value: each, label: t(`onLeave.${each}`) }))}
          value={value.onLeave}
          onChange={(onLeave) => onLeave && onChange({ ...value, onLeave })}
        />
      )}
    </>
  );
}

/** Chooses a published plan that may be assigned. */
export function PlanField({ value, onChange }: { value: string | null; onChange(next: string | null): void }) {
  const { t } = useTranslation('assignments');
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text, 250);
  const query = useAssignablePlansQuery({ variables: { search: search || null } });
  const plans = (query.data ?? query.previousData)?.learningPlans.edges.map((edge) => edge.node).filter((plan) => plan.viewerCan.assign) ?? [];
  return (
    <Select
      label={t('form.plan')}
      placeholder={t('form.planText')}
      searchable
      searchValue={text}
      onSearchChange={setText}
      // The API has searched already, also by code.
      filter={({ options }) => options}
      nothingFoundMessage={query.error ? t('form.planFailed') : t('form.planNothing')}
      data={plans.map((plan) => ({ value: plan.id, label: `${plan.name} · ${plan.code}` }))}
      value={value}
      onChange={onChange}
    />
  );
}
