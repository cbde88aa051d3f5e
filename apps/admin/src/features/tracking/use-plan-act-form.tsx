import { skipToken } from '@apollo/client/react';
import { Checkbox, Radio, Select, Stack, Text, TextInput } from '@mantine/core';
import type { PreviewStart } from '@milepost/web/apollo/preview-start.ts';
import { type Answer, problemsOf, type RefusalProblem, useAct } from '@milepost/web/apollo/use-act.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { useState } from 'react';
import type { EnrollmentFilterInput, ExceptionChoice, ReleaseAct } from '../../gql/schema-types.ts';
import { ReleaseChoice, releaseActs } from './release-choice.tsx';
import type { TrackedSubject } from './tracking-live.tsx';
import { type PlanActPreviewFragment, PreviewLiftSuppressionDocument, PreviewResolveExceptionsDocument, PreviewSetDueDocument, PreviewStepReleaseDocument, PreviewUnassignDocument, PreviewWaiveDocument, useActMilestonesQuery, type ActVersionFragment } from './plan-act.generated.ts';

/** What is done with many people of a plan, or of content by itself. */
export type PlanActKind = 'UNASSIGN' | 'LIFT_SUPPRESSION' | 'SET_DUE' | 'WAIVE' | 'RELEASE' | 'RESOLVE_EXCEPTIONS';

/** For whom: those ticked, or everybody whom the list's filters let through. */
export interface ChosenPeople {
  readonly personIds: readonly string[] | null;
  readonly filter: EnrollmentFilterInput | null;
  /** Null: everybody, and nobody was counted; the preview tells how many. */
  readonly count: number | null;
  /** Who or what it is about, where the page behind does not tell. */
  readonly about?: string;
  /** UNASSIGN, LIFT_SUPPRESSION: only this assignment of the plan; absent: all. */
  readonly assignmentId?: string | null;
  /** RELEASE: this milestone; absent: it is chosen. */
  readonly milestoneKey?: string;
  /** RESOLVE_EXCEPTIONS of one case: what follows from each choice. */
  readonly consequences?: Readonly<Partial<Record<ExceptionChoice, string>>>;
}

/** Whether people have a plan or content by itself. */
export function isContent(subject: TrackedSubject): boolean {
  return 'learningObjectId' in subject;
}

/** How a bulk act is called: content by itself has no milestones, and is no plan. */
export function usePlanActTitle(): (kind: PlanActKind, subject: TrackedSubject) => string {
  const { t } = useTranslation('tracking');
  return (kind, subject) => t(isContent(subject) && (kind === 'UNASSIGN' || kind === 'WAIVE') ? `act.${kind}.contentTitle` : `act.${kind}.title`);
}

/** What a bulk act on the people of a plan, or of content by itself, is told: until when, which milestone, and why; and the wish for its preview. */
export function usePlanActForm(kind: PlanActKind, subject: TrackedSubject, chosen: ChosenPeople) {
  const { t } = useTranslation('tracking');
  const act = useAct();
  const [due, setDue] = useState('');
  const [withoutDue, setWithoutDue] = useState(false);
  const [milestoneKey, setMilestoneKey] = useState(chosen.milestoneKey ?? null);
  const [choice, setChoice] = useState<ExceptionChoice | null>(null);
  const [release, setRelease] = useState<ReleaseAct | null>(null);
  const [reason, setReason] = useState('');
  const [problems, setProblems] = useState<readonly RefusalProblem[]>([]);
  const at = (field: string) => problems.find((problem) => problem.field === field)?.message;
  const elsewhere = problems.filter((problem) => !['reason', 'due', 'milestoneKey'].includes(problem.field ?? ''));

  const ask = async (): Promise<Answer<PlanActPreviewFragment>> => {
    const { personIds, filter, assignmentId } = chosen;
    const input = { ...subject, personIds: personIds ? [...personIds] : null, filter, reason };
    switch (kind) {
      case 'UNASSIGN':
        return pick(await act(PreviewUnassignDocument, { ...input, assignmentId }), (data) => data.previewUnassign);
      case 'LIFT_SUPPRESSION':
        return pick(await act(PreviewLiftSuppressionDocument, { ...input, assignmentId }), (data) => data.previewLiftSuppression);
      case 'SET_DUE':
        return pick(await act(PreviewSetDueDocument, { ...input, due: withoutDue ? null : due }), (data) => data.previewSetDue);
      case 'WAIVE':
        return pick(await act(PreviewWaiveDocument, { ...input, milestoneKey }), (data) => data.previewWaive);
      case 'RELEASE':
        return pick(await act(PreviewStepReleaseDocument, { ...input, milestoneKey: milestoneKey ?? '', act: release ?? 'HOLD' }), (data) => data.previewStepRelease);
      case 'RESOLVE_EXCEPTIONS':
        return pick(await act(PreviewResolveExceptionsDocument, { ...input, choice: choice ?? 'KEEP' }), (data) => data.previewResolveExceptions);
    }
  };
  const start = async (): Promise<PreviewStart> => {
    setProblems([]);
    const answer = await ask();
    if (answer.is === 'FAILED') return { is: 'FAILED', failure: { ...answer.failure, lost: 'INPUT' } };
    if (answer.data.__typename === 'Operation') return { is: 'STARTED', operationId: answer.data.id };
    setProblems(problemsOf(answer.data));
    return { is: 'REFUSED' };
  };
  const text = (): string => {
    if (chosen.assignmentId) return t(`act.${kind as 'UNASSIGN'}.textOne`);
    if (chosen.count === null) return t('act.RELEASE.textEverybody');
    return t(isContent(subject) && kind !== 'RELEASE' ? `act.${kind}.contentText` : `act.${kind}.text`, { count: chosen.count });
  };
  const form = (
    <Stack gap="lg">
      {elsewhere.length > 0 && (
        <Text role="alert" c="var(--mantine-color-error)" size="sm">
          {elsewhere.map((problem) => problem.message).join(' ')}
        </Text>
      )}
      {chosen.about && <Text fw={600}>{chosen.about}</Text>}
      <Text size="sm">{text()}</Text>
      {kind === 'SET_DUE' && (
        <>
          <TextInput type="date" label={t('override.due')} description={t('act.dueText')} disabled={withoutDue} value={withoutDue ? '' : due} error={at('due')} onChange={(event) => setDue(event.currentTarget.value)} />
          <Checkbox label={t('act.withoutDue')} checked={withoutDue} onChange={(event) => setWithoutDue(event.currentTarget.checked)} />
        </>
      )}
      {kind === 'RESOLVE_EXCEPTIONS' && <ChoiceField consequences={chosen.consequences} value={choice} onChange={setChoice} />}
      {(kind === 'WAIVE' || kind === 'RELEASE') && 'planId' in subject && !chosen.milestoneKey && <MilestoneField planId={subject.planId} withElectives={kind === 'RELEASE'} value={milestoneKey} onChange={setMilestoneKey} error={at('milestoneKey')} />}
      {kind === 'RELEASE' && <ReleaseChoice acts={releaseActs} value={release} onChange={setRelease} />}
      <TextInput label={t('override.reason')} description={t('override.reasonText')} required maxLength={500} value={reason} error={at('reason')} onChange={(event) => setReason(event.currentTarget.value)} />
    </Stack>
  );
  const isWhole: Readonly<Record<PlanActKind, boolean>> = {
    UNASSIGN: true,
    LIFT_SUPPRESSION: true,
    SET_DUE: withoutDue || due !== '',
    WAIVE: milestoneKey !== null || isContent(subject),
    RELEASE: milestoneKey !== null && release !== null,
    RESOLVE_EXCEPTIONS: choice !== null,
  };
  return { form, start, chosen: isWhole[kind] && reason.trim() !== '' };
}

function pick<Data, Part>(answer: Answer<Data>, part: (data: Data) => Part): Answer<Part> {
  return answer.is === 'FAILED' ? answer : { is: 'ANSWERED', data: part(answer.data) };
}

const choices = ['REALISTIC_DUE', 'KEEP', 'DISMISS'] as const satisfies readonly ExceptionChoice[];

interface ChoiceFieldProps {
  /** Of one case; of many the choices speak for themselves. */
  consequences: ChosenPeople['consequences'];
  value: ExceptionChoice | null;
  onChange(next: ExceptionChoice): void;
}

function ChoiceField({ consequences, value, onChange }: ChoiceFieldProps) {
  const { t } = useTranslation('tracking');
  return (
    <Radio.Group label={t('exceptions.choice')} value={value} onChange={onChange}>
      <Stack gap="xs" mt="xs">
        {choices
          .filter((each) => !consequences || consequences[each])
          .map((each) => (
            <Radio key={each} value={each} label={t(`exceptions.choices.${each}.name`)} description={consequences?.[each] ?? t(`exceptions.choices.${each}.text`)} />
          ))}
      </Stack>
    </Radio.Group>
  );
}

interface MilestoneFieldProps {
  planId: string;
  /** Whether those are offered too that nobody has to do. */
  withElectives: boolean;
  value: string | null;
  onChange(next: string | null): void;
  error: string | undefined;
}

function MilestoneField({ planId, withElectives, value, onChange, error }: MilestoneFieldProps) {
  const { t } = useTranslation('tracking');
  const query = useActMilestonesQuery(planId ? { variables: { planId } } : skipToken);
  const plan = query.data?.learningPlan;
  const groups = milestonesByVersion(plan?.publishedVersion, plan?.versionsInUse ?? [], withElectives);
  const dataOf = ({ milestones }: (typeof groups)[number]) => milestones.map(({ key, name }) => ({ value: key, label: name }));
  // Versions are spoken of only where people are on several that differ.
  const data = groups.length > 1 ? groups.map((each, place) => ({ group: t(place === 0 ? 'act.ofVersion' : 'act.onlyInVersion', { number: each.number }), items: dataOf(each) })) : groups.flatMap(dataOf);
  return (
    <Select
      label={t('act.milestone')}
      description={groups.length > 1 ? t('act.otherVersions') : undefined}
      error={error ?? (query.error && t('act.milestonesFailed'))}
      data={data}
      value={value}
      onChange={onChange}
    />
  );
}

/** The milestones that an act can be about, each under the published version or else the newest one that people are on and that has it. */
export function milestonesByVersion(published: ActVersionFragment | null | undefined, inUse: readonly ActVersionFragment[], withElectives = false): readonly Pick<ActVersionFragment, 'number' | 'milestones'>[] {
  const seen = new Set<string>();
  return [...(published ? [published] : []), ...inUse].flatMap(({ number, milestones }) => {
    const own = milestones.filter(({ key, metric }) => (withElectives || metric !== 'NONE') && !seen.has(key));
    for (const { key } of own) seen.add(key);
    return own.length > 0 ? [{ number, milestones: own }] : [];
  });
}
