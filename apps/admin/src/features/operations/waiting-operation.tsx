import { Alert, Button, Group, Text } from '@mantine/core';
import { useAct } from '@milepost/web/apollo/use-act.ts';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { ConfirmDialog } from '@milepost/web/ui/confirm-dialog.tsx';
import { ErrorState } from '@milepost/web/ui/error-state.tsx';
import { NotForReader } from './not-for-reader.tsx';
import { CancelOperationDocument, type OperationPartsFragment } from './operation.generated.ts';
import { useAskedCommit } from './use-asked-commit.ts';
import { affectedBy, changesSomething, useOperationWords } from './use-operation-words.ts';

/** What the reader may do with a preview that was left waiting: commit it, with the number repeated, or give it up. */
export function WaitingOperation({ operation }: { operation: OperationPartsFragment }) {
  const { t } = useTranslation('operations');
  const words = useOperationWords();
  const format = useFormat();
  const act = useAct();
  const { asking, ask, dismiss, commit, stale, failure, setFailure } = useAskedCommit(operation);
  const { viewerCan } = operation;
  const count = affectedBy(operation);
  const about = words.about(operation);
  const label = words.commit(operation, { count, number: format.number(count) });
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
      {count === 0 && <Text size="sm">{words.nobody(operation)}</Text>}
      {!viewerCan.commit && <NotForReader operation={operation} />}
      <Group>
        {viewerCan.commit && changesSomething(operation) && <Button onClick={ask}>{label}</Button>}
        {viewerCan.discard && (
          <Button variant="default" onClick={() => void discard()}>
            {t('waiting.discard')}
          </Button>
        )}
      </Group>
      <ConfirmDialog opened={asking} title={words.title(operation)} confirmLabel={label} count={count} destructive={false} onConfirm={commit} onClose={dismiss}>
        {t('waiting.question', { count, number: format.number(count) })}
      </ConfirmDialog>
    </>
  );
}
