import { Button, Group, Radio, Stack } from '@mantine/core';
import { problemsOf, type RefusalProblem, useAct } from '@milepost/web/apollo/use-act.ts';
import { clockIn } from '@milepost/web/i18n/calendar-date.ts';
import { useReaderZone } from '@milepost/web/i18n/reader-zone.tsx';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { ConfirmDialog } from '@milepost/web/ui/confirm-dialog.tsx';
import { Dialog } from '@milepost/web/ui/dialog.tsx';
import { ErrorState, type Failure } from '@milepost/web/ui/error-state.tsx';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { OnLeave } from '../../gql/schema-types.ts';
import { paths } from '../../paths.ts';
import {
  type AssignmentDetailQuery,
  CancelAssignmentDocument,
  InactivateAssignmentDocument,
  PreviewActivateAssignmentDocument,
  PreviewEndAssignmentDocument,
  RescheduleAssignmentDocument,
} from './assignments.generated.ts';
import { startInstant, StartTime } from './start-field.tsx';

type Assignment = NonNullable<AssignmentDetailQuery['assignment']>;
type Answered<Data> = { readonly is: 'ANSWERED'; readonly data: Data } | { readonly is: 'FAILED'; readonly failure: Failure };

/** What can be done with an assignment: what changes people is previewed first, on a page of its own. */
export function AssignmentActs({ assignment: { id: assignmentId, viewerCan, startsAt } }: { assignment: Assignment }) {
  const { t } = useTranslation('assignments');
  const act = useAct();
  const navigate = useNavigate();
  const [asking, setAsking] = useState<'INACTIVATE' | 'END' | 'CANCEL' | 'RESCHEDULE'>();
  const [failure, setFailure] = useState<Failure>();

  /** The refusal of an answer is shown; what it brought is handed on. */
  const take = <Data extends object, Result extends { readonly problems?: readonly RefusalProblem[] } | { readonly id: string }>(
    answer: Answered<Data>,
    resultOf: (data: Data) => Result,
    then: (result: Result) => void,
  ) => {
    setAsking(undefined);
    if (answer.is === 'FAILED') return setFailure(answer.failure);
    const [refused] = problemsOf(resultOf(answer.data));
    if (refused) return setFailure({ kind: 'OTHER', text: refused.message, lost: 'NOTHING' });
    then(resultOf(answer.data));
  };
  const look = (result: object) => {
    if ('id' in result) void navigate(paths.operation.to({ operationId: String(result.id) }));
  };
  const inactivate = async () => take(await act(InactivateAssignmentDocument, { assignmentId }), (data) => data.inactivateAssignment, () => setFailure(undefined));
  const activate = async () => take(await act(PreviewActivateAssignmentDocument, { assignmentId }), (data) => data.previewActivateAssignment, look);
  const end = async (people: OnLeave) => take(await act(PreviewEndAssignmentDocument, { assignmentId, people }), (data) => data.previewEndAssignment, look);

  const cancel = async () => take(await act(CancelAssignmentDocument, { assignmentId }), (data) => data.cancelAssignment, () => setFailure(undefined));
  const reschedule = async (next: string) => take(await act(RescheduleAssignmentDocument, { assignmentId, startsAt: next }), (data) => data.rescheduleAssignment, () => setFailure(undefined));

  if (!viewerCan.inactivate && !viewerCan.activate && !viewerCan.end && !viewerCan.cancel) return null;
  return (
    <>
      {failure && <ErrorState failure={failure} order={3} />}
      <Group>
        {viewerCan.inactivate && (
          <Button variant="default" onClick={() => setAsking('INACTIVATE')}>
            {t('acts.inactivate')}
          </Button>
        )}
        {viewerCan.activate && <Button onClick={() => void activate()}>{t('acts.activate')}</Button>}
        {viewerCan.cancel && (
          <>
            <Button variant="default" onClick={() => setAsking('RESCHEDULE')}>
              {t('acts.reschedule')}
            </Button>
            <Button variant="default" onClick={() => setAsking('CANCEL')}>
              {t('acts.cancel')}
            </Button>
          </>
        )}
        {viewerCan.end && (
          <Button variant="default" onClick={() => setAsking('END')}>
            {t('acts.end')}
          </Button>
        )}
      </Group>
      <ConfirmDialog
        opened={asking === 'INACTIVATE'}
        title={t('acts.inactivateTitle')}
        confirmLabel={t('acts.inactivate')}
        destructive={false}
        onConfirm={inactivate}
        onClose={() => setAsking(undefined)}
      >
        {t('acts.inactivateText')}
      </ConfirmDialog>
      <ConfirmDialog opened={asking === 'CANCEL'} title={t('acts.cancelTitle')} confirmLabel={t('acts.cancelConfirm')} onConfirm={cancel} onClose={() => setAsking(undefined)}>
        {t('acts.cancelText')}
      </ConfirmDialog>
      {asking === 'RESCHEDULE' && <RescheduleDialog startsAt={startsAt} onSave={reschedule} onClose={() => setAsking(undefined)} />}
      <EndDialog opened={asking === 'END'} onPreview={end} onClose={() => setAsking(undefined)} />
    </>
  );
}

const choices: readonly OnLeave[] = ['KEEP_IF_STARTED', 'KEEP', 'REMOVE'];

/** What becomes of the people of an assignment that ends (L57): chosen here, shown person by person in the preview. */
function EndDialog({ opened, onPreview, onClose }: { opened: boolean; onPreview(people: OnLeave): Promise<void>; onClose(): void }) {
  const { t } = useTranslation('assignments');
  const [people, setPeople] = useState<OnLeave>('KEEP_IF_STARTED');
  return (
    <Dialog opened={opened} onClose={onClose} title={t('acts.endTitle')}>
      <Stack>
        <Radio.Group label={t('acts.endPeople')} description={t('form.onLeaveText')} value={people} onChange={setPeople}>
          <Stack gap="xs" mt="xs">
            {choices.map((each) => (
              <Radio key={each} value={each} label={t(`acts.people.${each}`)} />
            ))}
          </Stack>
        </Radio.Group>
        <Group justify="flex-end">
          <Button onClick={() => void onPreview(people)}>{t('acts.endPreview')}</Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

/** When an assignment is to begin instead. */
function RescheduleDialog({ startsAt, onSave, onClose }: { startsAt: string | null; onSave(next: string): Promise<void>; onClose(): void }) {
  const { t } = useTranslation('assignments');
  const zone = useReaderZone();
  const [start, setStart] = useState(startsAt ? clockIn(zone, new Date(startsAt)) : '');
  const next = startInstant(start, zone);
  return (
    <Dialog opened onClose={onClose} title={t('acts.rescheduleTitle')}>
      <Stack>
        <StartTime value={start} onChange={setStart} />
        <Group justify="flex-end">
          <Button disabled={!next} onClick={() => next && void onSave(next)}>
            {t('acts.rescheduleSave')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
