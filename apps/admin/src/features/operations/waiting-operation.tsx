import { Alert, Button, Group, Text } from '@mantine/core';
import { useAct } from '@milepost/web/apollo/use-act.ts';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { ConfirmDialog } from '@milepost/web/ui/confirm-dialog.tsx';
import { ErrorState, type Failure } from '@milepost/web/ui/error-state.tsx';
import { useState } from 'react';
import { NotForReader } from './not-for-reader.tsx';
import { CancelOperationDocument, type OperationPartsFragment } from './operation.generated.ts';
import { useCommitOperation } from './use-commit-operation.ts';
import { affectedBy, changesSomething, useOperationWords } from './use-operation-words.ts';

/** What the reader may do with a preview that was left waiting: commit it, with the number repeated, or give it up. */
export function WaitingOperation({ operation }: { operation: OperationPartsFragment }) {
  const { t } = useTranslation('operations');
  const words = useOperationWords();
  const format = useFormat();
  const act = useAct();
  const commitOperation = useCommitOperation();
  const [asking, setAsking] = useState(false);
  const [stale, setStale] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const { viewerCan } = operation;
  const count = affectedBy(operation);
  const about = words.about(operation);
  const label = t('waiting.commit', { count, number: format.number(count) });
  const commit = async () => {
    setFailure(undefined);
    setStale(false);
    const committed = await commitOperation(operation);
    setAsking(false);
    if (committed.is === 'STALE') setStale(true);
    if (committed.is === 'FAILED') setFailure(committed.failure);
  };
  const discard = async () => {
    setFailure(undefined);
    const answer = await act(CancelOperationDocument, { operationId: operation.id });
    if (answer.is === 'FAILED') setFailure(answer.failure);
  };
  return (
    <>
      {stale && (
        <Alert color="yellow" role="alert">
          {t('waiting.stale')}
        </Alert>
      )}
      {failure && <ErrorState failure={failure} order={3} />}
      {about && <Text size="sm" maw="42rem">{about}</Text>}
      {!viewerCan.commit && <NotForReader operation={operation} />}
      <Group>
        {viewerCan.commit && changesSomething(operation) && <Button onClick={() => setAsking(true)}>{label}</Button>}
        {viewerCan.discard && (
          <Button variant="default" onClick={() => void discard()}>
            {t('waiting.discard')}
          </Button>
        )}
      </Group>
      <ConfirmDialog opened={asking} title={words.title(operation)} confirmLabel={label} count={count} destructive={false} onConfirm={commit} onClose={() => setAsking(false)}>
        {t('waiting.question', { count, number: format.number(count) })}
      </ConfirmDialog>
    </>
  );
}
