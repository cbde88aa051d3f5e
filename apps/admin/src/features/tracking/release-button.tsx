import { Alert, Button, TextInput } from '@mantine/core';
import { problemsOf, type RefusalProblem, useAct } from '@milepost/web/apollo/use-act.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { Dialog } from '@milepost/web/ui/dialog.tsx';
import { DialogForm } from '@milepost/web/ui/dialog-form.tsx';
import { useState } from 'react';
import type { ReleaseAct } from '../../gql/schema-types.ts';
import { SetStepReleaseDocument } from './enrollment-detail.generated.ts';
import { ReleaseChoice } from './release-choice.tsx';

interface ReleaseButtonProps {
  /** What applies to the milestone as it is. */
  acts: readonly ReleaseAct[];
  enrollmentId: string;
  person: { readonly displayName: string };
  milestone: { readonly key: string; readonly name: string };
}

/** When a milestone that is not open yet opens for this person: now, not before somebody says so, or as its schedule has it (C3, C13). */
export function ReleaseButton({ person, milestone, ...rest }: ReleaseButtonProps) {
  const { t } = useTranslation('tracking');
  const [opened, setOpened] = useState(false);
  const close = () => setOpened(false);
  const named = { what: milestone.name, name: person.displayName };
  return (
    <>
      <Button variant="default" size="compact-sm" onClick={() => setOpened(true)} aria-label={t('release.openOf', named)}>
        {t('release.open')}
      </Button>
      <Dialog opened={opened} onClose={close} title={t('release.title', named)}>
        {opened && <ReleaseForm {...rest} milestoneKey={milestone.key} onDone={close} />}
      </Dialog>
    </>
  );
}

function ReleaseForm({ enrollmentId, milestoneKey, acts, onDone }: { enrollmentId: string; milestoneKey: string; acts: readonly ReleaseAct[]; onDone(): void }) {
  const { t } = useTranslation(['tracking', 'ui']);
  const act = useAct();
  const [choice, setChoice] = useState<ReleaseAct>();
  const [reason, setReason] = useState('');
  const [problems, setProblems] = useState<readonly RefusalProblem[]>([]);
  const [failed, setFailed] = useState(false);
  const elsewhere = problems.filter(({ field }) => field !== 'reason');

  const send = async () => {
    if (!choice) return;
    setProblems([]);
    setFailed(false);
    const answer = await act(SetStepReleaseDocument, { enrollmentId, milestoneKey, act: choice, reason });
    if (answer.is === 'FAILED') return setFailed(true);
    const result = answer.data.setStepRelease;
    if (result.__typename === 'Enrollment') return onDone();
    setProblems(problemsOf(result));
  };
  return (
    <DialogForm submitLabel={t('override.save')} ready={choice !== undefined && reason.trim() !== ''} onSubmit={send} onCancel={onDone}>
      {(failed || elsewhere.length > 0) && (
        <Alert color="red" role="alert">
          {failed ? `${t('ui:error.networkText')} ${t('ui:error.unsureLost')}` : elsewhere.map(({ message }) => message).join(' ')}
        </Alert>
      )}
      <ReleaseChoice acts={acts} value={choice ?? null} onChange={setChoice} />
      <TextInput
        label={t('override.reason')}
        description={t('override.reasonText')}
        required
        maxLength={500}
        value={reason}
        error={problems.find(({ field }) => field === 'reason')?.message}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </DialogForm>
  );
}
