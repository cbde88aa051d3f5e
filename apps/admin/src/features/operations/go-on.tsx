import { Button, Group } from '@mantine/core';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { ErrorState, type Failure } from '@milepost/web/ui/error-state.tsx';
import { useState } from 'react';
import { NotForReader } from './not-for-reader.tsx';
import type { OperationPartsFragment } from './operation.generated.ts';
import { useCommitOperation } from './use-commit-operation.ts';

/** Goes on with an operation that was given up on the way; what it did stays. */
export function GoOn({ operation }: { operation: Pick<OperationPartsFragment, 'id' | 'kind' | 'previewHash' | 'viewerCan'> }) {
  const { t } = useTranslation('operations');
  const commit = useCommitOperation();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  if (!operation.viewerCan.goOn) return <NotForReader operation={operation} />;
  const goOn = async () => {
    setBusy(true);
    setFailure(undefined);
    const committed = await commit(operation);
    setBusy(false);
    if (committed.is === 'FAILED') setFailure(committed.failure);
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
