import { Button, Checkbox, Group, Radio, Stack, Text, Textarea, Title } from '@mantine/core';
import { queryState } from '@milepost/web/apollo/list-state.ts';
import { problemsOf, useAct } from '@milepost/web/apollo/use-act.ts';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { ErrorState, type Failure } from '@milepost/web/ui/error-state.tsx';
import { type Problem, ProblemList } from '@milepost/web/ui/problem-list.tsx';
import { ListSkeleton } from '@milepost/web/ui/skeletons.tsx';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { EnrollmentStatus, MigrationChoice } from '../../gql/schema-types.ts';
import { paths } from '../../paths.ts';
import { usePlanEditing } from './plan-editing.tsx';
import { GiveUpVersionPreviewDocument, PreviewPublishVersionDocument, useNextVersionFactsQuery } from './plan-versions.generated.ts';
import { VersionChanges } from './version-changes.tsx';
import { VersionOperationNote } from './version-operation-note.tsx';

const choices = ['PIN', 'MOVE_NOT_STARTED', 'MOVE_ALL_OPEN', 'DELTA'] as const satisfies readonly MigrationChoice[];
const noteLimit = 500;

interface NextVersionStepProps {
  problems: readonly Problem[];
  number: number;
  published: number;
}

/** The last step of a next version: what it changes, whom it takes along (2.10), and the way to the preview of what that does to each. */
export function NextVersionStep({ problems, number, published }: NextVersionStepProps) {
  const { t } = useTranslation(['plans', 'ui']);
  const { plan, version, settle, draftRowVersion } = usePlanEditing();
  const { publishNextVersion, moveToNextVersion } = plan.viewerCan;
  const query = useNextVersionFactsQuery({ variables: { planId: plan.id }, fetchPolicy: 'network-only' });
  const state = queryState(query);
  const act = useAct();
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<MigrationChoice>();
  const [changeNote, setChangeNote] = useState('');
  const [tells, setTells] = useState(false);
  const [asked, setAsked] = useState(false);
  const [refusal, setRefusal] = useState<{ readonly field?: string | null; readonly message: string }>();
  const [failure, setFailure] = useState<Failure>();
  const [working, setWorking] = useState(false);
  const errors = problems.filter((problem) => problem.severity === 'PROBLEM').length;
  const operation = query.data?.learningPlan?.versionOperation;
  const people = peopleOf(query.data?.planProgress);
  // Where there is nobody, or nobody may be moved, there is nothing to choose.
  const choice = people.total === 0 || !moveToNextVersion ? 'PIN' : chosen;

  const preview = async () => {
    setAsked(true);
    if (!choice) return;
    setWorking(true);
    setFailure(undefined);
    setRefusal(undefined);
    const saved = await settle();
    const answer = saved ? await ask(choice) : undefined;
    setWorking(false);
    if (!answer) return setFailure({ kind: 'OTHER', title: t('publish.unsavedTitle'), text: t('publish.unsaved'), lost: 'INPUT' });
    if (answer.is === 'FAILED') return setFailure({ ...answer.failure, lost: 'INPUT' });
    const result = answer.data.previewPublishVersion;
    if (result.__typename === 'Operation') return navigate(paths.operation.to({ operationId: result.id }));
    const [first] = problemsOf(result);
    setRefusal(first && { field: first.field, message: problemsOf(result).map(({ message }) => message).join(' ') });
  };
  const ask = async (wish: MigrationChoice) => {
    // Another preview takes the place of one that waits.
    if (operation?.state === 'PREVIEWED' && operation.viewerCan.discard) await act(GiveUpVersionPreviewDocument, { operationId: operation.id });
    return act(PreviewPublishVersionDocument, { planId: plan.id, rowVersion: draftRowVersion(), choice: wish, changeNote, notify: tells && wish !== 'PIN' });
  };

  if (state.is === 'loading') return <ListSkeleton rows={4} />;
  if (state.is === 'failed') return <ErrorState failure={state.failure} onRetry={state.retry} order={3} />;
  return (
    <Stack>
      {operation && <VersionOperationNote operation={operation} />}
      <ProblemList problems={problems} />
      <section>
        <Title order={3} size="h4">
          {t('version.changed', { published })}
        </Title>
        <VersionChanges of={{ planId: plan.id }} rowVersion={version.rowVersion} />
      </section>
      {errors > 0 && (
        <Text size="sm" c="dimmed">
          {t('publish.notYet', { count: errors })}
        </Text>
      )}
      {errors === 0 && !publishNextVersion && <Text size="sm">{t('publish.notAllowed')}</Text>}
      {errors === 0 && publishNextVersion && (
        <>
          {people.total > 0 && moveToNextVersion ? (
            <Radio.Group label={t('version.whom', { number })} value={choice ?? ''} error={asked && !choice && t('version.choose')} onChange={(next) => setChosen(next as MigrationChoice)}>
              <Stack gap="sm" mt="xs">
                {choices.map((each) => (
                  <Radio key={each} value={each} label={t(`version.choice.${each}.name`)} description={<Consequence choice={each} people={people} />} />
                ))}
              </Stack>
            </Radio.Group>
          ) : (
            <Text size="sm">{people.total === 0 ? t('version.nobody', { number }) : t('version.pinOnly', { number, published })}</Text>
          )}
          {people.total > 0 && moveToNextVersion && choice !== 'PIN' && (
            <Checkbox label={t('version.tell')} checked={tells} onChange={(event) => setTells(event.currentTarget.checked)} />
          )}
          <Textarea
            label={t('version.note')}
            description={t('version.noteText', { limit: noteLimit })}
            value={changeNote}
            error={refusal?.field === 'changeNote' && refusal.message}
            onChange={(event) => setChangeNote(event.currentTarget.value)}
            autosize
            minRows={2}
          />
          <Text size="sm" c="dimmed">
            {t('version.previewText')}
          </Text>
          <Group>
            <Button onClick={() => void preview()} loading={working}>
              {t('version.preview', { number })}
            </Button>
          </Group>
        </>
      )}
      {refusal && refusal.field !== 'changeNote' && (
        <Text size="sm" role="alert" c="var(--mantine-color-error)">
          {refusal.message}
        </Text>
      )}
      {failure && <ErrorState failure={failure} order={3} />}
    </Stack>
  );
}

type People = ReturnType<typeof peopleOf>;

function peopleOf(progress: { readonly total: number; readonly counts: readonly { readonly status: EnrollmentStatus; readonly people: number }[] } | null | undefined) {
  const of = (status: EnrollmentStatus) => progress?.counts.find((count) => count.status === status)?.people ?? 0;
  return { total: progress?.total ?? 0, notStarted: of('NOT_STARTED'), open: of('NOT_STARTED') + of('IN_PROGRESS'), completed: of('COMPLETED') };
}

/** What a choice means, with how many it moves, keeps or asks. */
function Consequence({ choice, people }: { choice: MigrationChoice; people: People }) {
  const { t } = useTranslation('plans');
  const format = useFormat();
  const { total, notStarted, open, completed } = people;
  const moved = { PIN: 0, MOVE_NOT_STARTED: notStarted, MOVE_ALL_OPEN: open, DELTA: open }[choice];
  const asked = choice === 'DELTA' ? completed : 0;
  const stay = total - moved - asked;
  const counts = [
    moved > 0 && t('version.moved', { count: moved, number: format.number(moved) }),
    asked > 0 && t('version.asked', { count: asked, number: format.number(asked) }),
    (stay > 0 || moved + asked === 0) && t('version.stay', { count: stay, number: format.number(stay) }),
  ];
  return (
    <>
      {t(`version.choice.${choice}.text`)} <strong>{counts.filter(Boolean).join(' · ')}</strong>
    </>
  );
}
