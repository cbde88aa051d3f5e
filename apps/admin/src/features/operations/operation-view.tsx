import { Anchor, Stack } from '@mantine/core';
import { queryState } from '@milepost/web/apollo/list-state.ts';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { ErrorState } from '@milepost/web/ui/error-state.tsx';
import { LostPage } from '@milepost/web/ui/lost-page.tsx';
import { PageHeading } from '@milepost/web/ui/page-heading.tsx';
import { PageSkeleton } from '@milepost/web/ui/skeletons.tsx';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { Link } from 'react-router';
import { paths } from '../../paths.ts';
import { useOperationStateQuery } from './operation.generated.ts';
import { MendPanel } from './mend-panel.tsx';
import { OperationLive } from './operation-live.tsx';
import { OperationFigures } from './operation-report.tsx';
import { OperationRows } from './operation-rows.tsx';
import { OperationStateBadge } from './operation-state-badge.tsx';
import { UndoOperation } from './undo-operation.tsx';
import { WaitingOperation } from './waiting-operation.tsx';
import { hasSomethingToUndo, isRunning, useOperationWords } from './use-operation-words.ts';

/** One bulk act: how far it is, live, and its rows by class as the report. */
export function OperationView({ id }: { id: string }) {
  const { t } = useTranslation(['operations', 'admin']);
  const words = useOperationWords();
  const format = useFormat();
  const query = useOperationStateQuery({ variables: { id }, fetchPolicy: 'cache-and-network' });
  const state = queryState(query);
  if (state.is === 'loading') return <PageSkeleton />;
  if (state.is === 'failed') return <ErrorState failure={state.failure} onRetry={state.retry} order={1} />;
  const operation = query.data?.operation;
  const { planId } = (operation?.title ?? {}) as { planId?: string };
  if (!operation) return <LostPage home={paths.progress.to()} />;
  return (
    <Stack gap="lg">
      {isRunning(operation.state) && <OperationLive id={id} />}
      <div>
        <Anchor component={Link} size="sm" to={paths.progress.to()}>
          {t('admin:nav.progress')}
        </Anchor>
        <PageHeading
          title={words.title(operation)}
          note={
            <>
              <OperationStateBadge state={operation.state} /> {format.dateTime(new Date(operation.createdAt))}
            </>
          }
        />
      </div>
      <OperationFigures operation={operation} />
      {operation.viewerCan.undo && hasSomethingToUndo(operation) && <UndoOperation operation={operation} />}
      {planId && (
        <Anchor component={Link} size="sm" to={`${paths.plan.to({ planId })}?tab=versions`}>
          {t('version.toPlan')}
        </Anchor>
      )}
      {operation.undoes && <Anchor component={Link} to={paths.operation.to({ operationId: operation.undoes.id })}>{t('undo.original')}</Anchor>}
      {operation.state === 'PREVIEWED' && <WaitingOperation operation={operation} />}
      <MendPanel operation={operation} />
      {operation.state !== 'ANALYSING' && <OperationRows operation={operation} />}
    </Stack>
  );
}
