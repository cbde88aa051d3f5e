import { Alert, Checkbox, Radio, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { problemsOf, type RefusalProblem, useAct } from '@milepost/web/apollo/use-act.ts';
import { calendarDateIn } from '@milepost/web/i18n/calendar-date.ts';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { DialogForm } from '@milepost/web/ui/dialog-form.tsx';
import { type FormEvent, useState } from 'react';
import type { Metric, OverrideAction } from '../../gql/schema-types.ts';
import { type IndividualRulesPartsFragment, OverrideEnrollmentDocument } from './enrollment-detail.generated.ts';

/** What is changed: the due date of the plan or the content, or a milestone. */
type OverridePlace =
  | { readonly is: 'PLAN' }
  | { readonly is: 'CONTENT' }
  | { readonly is: 'MILESTONE'; readonly key: string; readonly name: string; readonly units: string | null; readonly counts: Metric };

export interface OverrideFormProps {
  enrollmentId: string;
  person: { readonly displayName: string; readonly timeZone: string };
  place: OverridePlace;
  rules: IndividualRulesPartsFragment;
  onDone(): void;
  onCancel(): void;
}

const detaching = 'GROUP_ASSIGNED';
const adjusting = { PLAN: 'override.planAdjust', CONTENT: 'override.contentAdjust' } as const;

/** What is to hold for this person: No action, Waive or Adjust, with due date, note and reason (L41–L43); who leaves a group by it is asked about first (L44). */
export function OverrideForm({ enrollmentId, person, place, rules, onDone, onCancel }: OverrideFormProps) {
  const { t } = useTranslation(['tracking', 'ui']);
  const act = useAct();
  const [action, setAction] = useState<OverrideAction>(rules.action);
  const [units, setUnits] = useState(rules.units ?? '');
  const [due, setDue] = useState(rules.due ?? '');
  const [withoutDue, setWithoutDue] = useState(rules.withoutDue);
  const [note, setNote] = useState(rules.note ?? '');
  const [reason, setReason] = useState('');
  const [revision, setRevision] = useState(rules.revision);
  const [problems, setProblems] = useState<readonly RefusalProblem[]>([]);
  const [failed, setFailed] = useState(false);
  const leaving = problems.find((problem) => problem.code === detaching);
  const at = (field: string) => problems.find((problem) => problem.field === field)?.message;
  const fields = ['units', 'due', 'note', 'reason', 'leaveGroupAssignment'];
  const elsewhere = problems.filter((problem) => !fields.includes(problem.field ?? ''));

  const send = async (leaveGroupAssignment: boolean) => {
    setProblems([]);
    setFailed(false);
    const adjusts = action === 'ADJUST';
    const answer = await act(OverrideEnrollmentDocument, {
      enrollmentId,
      milestoneKey: place.is === 'MILESTONE' ? place.key : null,
      revision,
      action,
      units: adjusts && units.trim() ? units.trim().replace(',', '.') : null,
      due: adjusts && !withoutDue && due ? due : null,
      withoutDue: adjusts && withoutDue,
      note: note || null,
      reason,
      leaveGroupAssignment,
    });
    if (answer.is === 'FAILED') return setFailed(true);
    const result = answer.data.overrideEnrollment;
    if (result.__typename === 'Enrollment') return onDone();
    // Whoever has read what came in between may save on top of it.
    if (result.__typename === 'StaleEdit') setRevision(result.currentRowVersion);
    setProblems(problemsOf(result));
  };

  if (leaving) return <LeaveGroup text={leaving.message} onLeave={() => send(true)} onCancel={() => setProblems([])} />;
  return (
    <DialogForm submitLabel={t('override.save')} ready={reason.trim() !== ''} onSubmit={() => send(false)} onCancel={onCancel}>
      {(failed || elsewhere.length > 0) && (
        <Alert color="red" role="alert">
          {failed ? `${t('ui:error.networkText')} ${t('ui:error.unsureLost')}` : elsewhere.map((problem) => problem.message).join(' ')}
        </Alert>
      )}
      <Radio.Group label={t('override.action')} value={action} onChange={setAction}>
        <Stack gap="xs" mt="xs">
          {rules.actions.map((each) => (
            <Radio key={each} value={each} label={t(`override.actions.${each}.name`)} description={t(each === 'ADJUST' && place.is !== 'MILESTONE' ? adjusting[place.is] : `override.actions.${each}.text`)} />
          ))}
        </Stack>
      </Radio.Group>
      {action === 'ADJUST' && place.is === 'MILESTONE' && place.counts !== 'NONE' && (
        <UnitsField place={place} value={units} onChange={setUnits} error={at('units')} />
      )}
      {action === 'ADJUST' && (
        <DueField person={person} due={due} onDue={setDue} withoutDue={withoutDue} onWithoutDue={setWithoutDue} error={at('due')} />
      )}
      <Textarea label={t('override.note')} description={t('override.noteText')} autosize minRows={2} maxLength={2000} value={note} error={at('note')} onChange={(event) => setNote(event.currentTarget.value)} />
      <TextInput label={t('override.reason')} description={t('override.reasonText')} required maxLength={500} value={reason} error={at('reason')} onChange={(event) => setReason(event.currentTarget.value)} />
    </DialogForm>
  );
}

function UnitsField({ place, value, onChange, error }: { place: Extract<OverridePlace, { is: 'MILESTONE' }>; value: string; onChange(next: string): void; error: string | undefined }) {
  const { t } = useTranslation('tracking');
  const format = useFormat();
  const required = place.units ? format.number(Number(place.units)) : '–';
  return (
    <TextInput
      label={t(place.counts === 'CREDITS' ? 'override.credits' : 'override.units')}
      description={t('override.unitsText', { required })}
      inputMode="decimal"
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

interface DueFieldProps {
  person: OverrideFormProps['person'];
  due: string;
  onDue(next: string): void;
  withoutDue: boolean;
  onWithoutDue(next: boolean): void;
  error: string | undefined;
}

function DueField({ person, due, onDue, withoutDue, onWithoutDue, error }: DueFieldProps) {
  const { t } = useTranslation('tracking');
  const format = useFormat();
  const input = (event: FormEvent<HTMLInputElement>) => onDue(event.currentTarget.value);
  return (
    <>
      <TextInput
        type="date"
        label={t('override.due')}
        description={t('override.dueText', { zone: format.zoneName(person.timeZone) })}
        min={calendarDateIn(person.timeZone, new Date())}
        disabled={withoutDue}
        value={withoutDue ? '' : due}
        error={error}
        onChange={input}
      />
      <Checkbox label={t('override.withoutDue')} checked={withoutDue} onChange={(event) => onWithoutDue(event.currentTarget.checked)} />
    </>
  );
}

function LeaveGroup({ text, onLeave, onCancel }: { text: string; onLeave(): Promise<void>; onCancel(): void }) {
  const { t } = useTranslation('tracking');
  return (
    <DialogForm submitLabel={t('override.leave')} onSubmit={onLeave} onCancel={onCancel}>
      <Text fw={600} role="alert">
        {t('override.leaveTitle')}
      </Text>
      <Text size="sm">{text}</Text>
      <Text size="sm">{t('override.leaveKeeps')}</Text>
    </DialogForm>
  );
}
