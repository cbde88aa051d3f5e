import { Stack, Text, TextInput } from '@mantine/core';
import { problemsOf, type RefusalProblem, useAct } from '@milepost/web/apollo/use-act.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { Dialog } from '@milepost/web/ui/dialog.tsx';
import { DialogForm } from '@milepost/web/ui/dialog-form.tsx';
import { notify } from '@milepost/web/ui/notify.ts';
import { useState } from 'react';
import { ReevaluateTrainingDocument } from './why-training.generated.ts';

interface ReevaluateDialogProps {
  opened: boolean;
  personId: string;
  itemId: string;
  /** Whose what. */
  subject: string;
  onClose(): void;
  /** It is complete again. */
  onDone(): void;
}

/** Lets a course or plan whose completion was taken back be complete again by what is on record (2.8). */
export function ReevaluateDialog({ opened, ...rest }: ReevaluateDialogProps) {
  const { t } = useTranslation('trainingProgress');
  return (
    <Dialog opened={opened} onClose={rest.onClose} title={t('reevaluate.title')}>
      {opened && <Question {...rest} />}
    </Dialog>
  );
}

function Question({ personId, itemId, subject, onClose, onDone }: Omit<ReevaluateDialogProps, 'opened'>) {
  const { t } = useTranslation(['trainingProgress', 'ui']);
  const act = useAct();
  const [reason, setReason] = useState('');
  const [problems, setProblems] = useState<readonly RefusalProblem[]>([]);
  const submit = async () => {
    setProblems([]);
    const answer = await act(ReevaluateTrainingDocument, { personId, itemId, reason });
    if (answer.is === 'FAILED') return setProblems([{ code: 'NETWORK', message: t('ui:error.networkText') }]);
    const result = answer.data.reevaluateTraining;
    if (result.__typename !== 'TrainingExplanation') return setProblems(problemsOf(result));
    notify({ tone: 'success', title: result.sentence });
    onClose();
    onDone();
  };
  const elsewhere = problems.filter(({ field }) => field !== 'reason');
  return (
    <DialogForm submitLabel={t('reevaluate.action')} onSubmit={submit} onCancel={onClose}>
      <Stack gap="sm">
        <Text size="sm" fw={600}>
          {subject}
        </Text>
        <Text size="sm">{t('reevaluate.text')}</Text>
        <TextInput
          label={t('reevaluate.reason')}
          description={t('reevaluate.reasonText')}
          maxLength={500}
          value={reason}
          error={problems.find(({ field }) => field === 'reason')?.message}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {elsewhere.length > 0 && (
          <Text role="alert" c="var(--mantine-color-error)" size="sm">
            {elsewhere.map(({ message }) => message).join(' ')}
          </Text>
        )}
      </Stack>
    </DialogForm>
  );
}
