import { Button, Text } from '@mantine/core';
import { problemsOf, useAct } from '@milepost/web/apollo/use-act.ts';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { ErrorState, type Failure } from '@milepost/web/ui/error-state.tsx';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { paths } from '../../paths.ts';
import { type OperationPartsFragment, PreviewUndoDocument } from './operation.generated.ts';

/** Takes an operation back: asks for the preview, which is looked at and decided on its own page. */
export function UndoOperation({ operation }: { operation: OperationPartsFragment }) {
  const { t } = useTranslation('operations');
  const format = useFormat();
  const act = useAct();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const preview = async () => {
    setAsking(true);
    setFailure(undefined);
    const answer = await act(PreviewUndoDocument, { operationId: operation.id });
    setAsking(false);
    if (answer.is === 'FAILED') return setFailure(answer.failure);
    const [refused] = problemsOf(answer.data.previewUndo);
    if (refused) return setFailure({ kind: 'OTHER', text: refused.message, lost: 'NOTHING' });
    if ('id' in answer.data.previewUndo) void navigate(paths.operation.to({ operationId: answer.data.previewUndo.id }));
  };
  return (
    <div>
      <Button variant="default" loading={asking} onClick={() => void preview()}>
        {t('undo.preview')}
      </Button>
      {operation.undoUntil && (
        <Text size="sm" c="dimmed" mt={4}>
          {t('undo.until', { time: format.dateTime(new Date(operation.undoUntil)) })}
        </Text>
      )}
      {failure && <ErrorState failure={failure} order={3} />}
    </div>
  );
}
