import { Checkbox, Radio, Select, Stack, Text, TextInput } from '@mantine/core';
import type { PreviewStart } from '@milepost/web/apollo/preview-start.ts';
import { problemsOf, type RefusalProblem, useAct } from '@milepost/web/apollo/use-act.ts';
import { calendarDateIn } from '@milepost/web/i18n/calendar-date.ts';
import { useReaderZone } from '@milepost/web/i18n/reader-zone.tsx';
import { type DueRule, DueRuleFields, isWholeDueRule } from '@milepost/web/ui/due-rule-fields.tsx';
import { type ReactNode, useState } from 'react';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import type { AssignmentMode, OnLeave } from '../../gql/schema-types.ts';
import { PreviewAssignmentDocument } from './assignments.generated.ts';
import { type Start, StartField, startInstant } from './start-field.tsx';
import { type ChosenTarget, dueUnlessSet, TargetField } from './target-field.tsx';
import { TellField } from './tell-field.tsx';

/** The field that chooses an audience, as a page gives it. */
export type AudienceSlot = (field: { value: unknown; onChange(next: unknown): void; onEverybody(everybody: boolean): void }) => ReactNode;

/** What is given to whom, by when, under which name (D3, D20–D25): the form, whether it says enough, and the wish for a preview; `first` is chosen already. */
export function useAssignmentForm(audienceField: AudienceSlot, first: { readonly target?: ChosenTarget; readonly audience?: unknown } = {}) {
  const { t } = useTranslation('assignments');
  const act = useAct();
  const zone = useReaderZone();
  const [targets, setTargets] = useState<readonly ChosenTarget[]>(first.target ? [first.target] : []);
  const [audience, setAudience] = useState<unknown>(first.audience ?? null);
  const [everybody, setEverybody] = useState<'NO' | 'ASKED' | 'MEANT'>('NO');
  const [due, setDue] = useState<DueRule>({ kind: 'NONE' });
  const [membership, setMembership] = useState<Membership>({ mode: 'ONE_TIME', onLeave: 'KEEP_IF_STARTED' });
  const [start, setStart] = useState<Start>(null);
  const [tells, setTells] = useState(true);
  const [name, setName] = useState('');
  const [problems, setProblems] = useState<readonly RefusalProblem[]>([]);
  const problemAt = (field: string) => problems.find((problem) => problem.field?.split('.')[0] === field)?.message;
  const elsewhere = problems.filter((problem) => !['name', 'dueRule', 'targets', 'startsAt'].includes(problem.field?.split('.')[0] ?? ''));

  const startsAt = startInstant(start, zone);
  const ask = async (again: boolean): Promise<PreviewStart> => {
    setProblems([]);
    const answer = await act(PreviewAssignmentDocument, { targets: targets.map(toInput), audience, confirmEverybody: everybody === 'MEANT', startsAt: startsAt ?? null, again, dueRule: due.kind === 'NONE' ? null : due, name: name || null, notify: tells, ...membership });
    if (answer.is === 'FAILED') return { is: 'FAILED', failure: { ...answer.failure, lost: 'INPUT' } };
    const result = answer.data.previewAssignment;
    if (result.__typename === 'Operation') return { is: 'STARTED', operationId: result.id };
    const found = problemsOf(result);
    if (found.some(({ code }) => code === 'EVERYBODY_NOT_CONFIRMED')) setEverybody('ASKED');
    setProblems(found);
    return { is: 'REFUSED' };
  };

  const form = (
    <Stack gap="lg">
      {elsewhere.length > 0 && (
        <Text role="alert" c="var(--mantine-color-error)" size="sm">
          {elsewhere.map((problem) => problem.message).join(' ')}
        </Text>
      )}
      <TargetField value={targets} onChange={setTargets} error={problemAt('targets')} />
      {audienceField({ value: audience, onChange: setAudience, onEverybody: (yes) => setEverybody(yes ? 'ASKED' : 'NO') })}
      {everybody !== 'NO' && (
        <Checkbox label={t('form.everybody')} description={t('form.everybodyText')} checked={everybody === 'MEANT'} onChange={(event) => setEverybody(event.currentTarget.checked ? 'MEANT' : 'ASKED')} />
      )}
      <StartField value={start} onChange={setStart} error={problemAt('startsAt')} />
      <MembershipFields value={membership} onChange={setMembership} />
      <DueRuleFields
        label={t('form.due')}
        noneLabel={t(dueUnlessSet(targets))}
        anchors={['ASSIGNED', 'ENROLLED', 'HIRE_DATE', 'FIRST_SIGN_IN']}
        min={calendarDateIn(zone, new Date())}
        value={due}
        onChange={setDue}
        error={problemAt('dueRule')}
      />
      <TellField value={tells} onChange={setTells} />
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
  const chosen = targets.length > 0 && audience !== null && isWholeDueRule(due) && startsAt !== undefined && everybody !== 'ASKED';
  return { form, start: () => ask(false), startAgain: () => ask(true), things: targets.length, chosen };
}

function toInput({ id, kind }: ChosenTarget) {
  return kind === 'PLAN' ? { planId: id } : { learningObjectId: id };
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
