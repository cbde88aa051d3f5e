import { Button, Group } from '@mantine/core';
import { useAct } from '@milepost/web/apollo/use-act.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { ErrorState, type Failure } from '@milepost/web/ui/error-state.tsx';
import { useState } from 'react';
import { CommitOperationDocument, type OperationPartsFragment } from './operation.generated.ts';

/** Goes on with an operation that was given up on the way; what it did stays. */
export function GoOn({ operation }: { operation: Pick<OperationPartsFragment, 'id' | 'previewHash'> }) {
  const { t } = useTranslation('operations');
  const act = useAct();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const goOn = async () => {
    setBusy(true);
    setFailure(undefined);
    const answer = await act(CommitOperationDocument, { operationId: operation.id, previewHash: operation.previewHash ?? '' });
    setBusy(false);
    if (answer.is === 'FAILED') return setFailure(answer.failure);
    const result = answer.data.commitOperation;
    if ('problems' in result) setFailure({ kind: 'OTHER', text: result.problems.map((problem) => problem.message).join(' '), lost: 'NOTHING' });
  };
  return (
    <>
      {failure && <ErrorState failure={failure} order={3} />}
      <Group>
        <Button loading={busy} onClick={() => void goOn()}>
          {t('goOn')}
        </Button>
      </Group>
    </>
  );
}
