import { Stack, Text } from '@mantine/core';
import { queryState } from '@milepost/web/apollo/list-state.ts';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { ErrorState } from '@milepost/web/ui/error-state.tsx';
import { ProgressBar } from '@milepost/web/ui/progress-bar.tsx';
import { ListSkeleton } from '@milepost/web/ui/skeletons.tsx';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { type OperationPartsFragment, useOperationStateQuery } from './operation.generated.ts';
import { TableNote } from './import-notes.tsx';
import { GoOn } from './go-on.tsx';
import { OperationLive } from './operation-live.tsx';
import { OperationRows } from './operation-rows.tsx';
import { RuleChange } from './rule-change.tsx';
import classes from './operations.module.css';
import { inOrder, isRunning, useOperationWords, wasGivenUp } from './use-operation-words.ts';

/** What an operation would do, does, or has done: its figures in words, and how far it is. */
export function OperationFigures({ operation }: { operation: OperationPartsFragment }) {
  const { t } = useTranslation(['operations', 'ui', 'work']);
  const words = useOperationWords();
  const format = useFormat();
  const figures = inOrder(operation.result.length > 0 ? operation.result : operation.counts);
  return (
    <Stack gap="sm">
      {operation.state === 'APPLYING' && (
        <>
          <ProgressBar value={operation.rowsTotal === 0 ? 0 : operation.rowsDone / operation.rowsTotal} label={words.title(operation)} withText />
          <Text size="sm">{t('work:operation.progress', { done: format.number(operation.rowsDone), total: format.number(operation.rowsTotal) })}</Text>
        </>
      )}
      {operation.problem && <Text role="alert">{operation.problem.message}</Text>}
      {wasGivenUp(operation) && <GoOn operation={operation} />}
      {operation.state === 'SCHEDULED' && operation.startsAt && (
        <Text size="sm" role="status">
          {t('scheduled', { time: format.dateTime(new Date(operation.startsAt), { withZone: true }) })}
        </Text>
      )}
      {operation.committedBy && operation.committedAt && (
        <Text size="sm" c="dimmed">
          {t('committed', { name: operation.committedBy.name, time: format.dateTime(new Date(operation.committedAt)) })}
        </Text>
      )}
      {operation.finishedAt && (
        <Text size="sm" c="dimmed">
          {t('finished', { time: format.dateTime(new Date(operation.finishedAt)) })}
        </Text>
      )}
      <RuleChange operation={operation} />
      <TableNote operation={operation} />
      <dl className={classes.figures}>
        {figures.map((count) => (
          <div key={count.class}>
            <dt>{words.class(operation, count.class)}</dt>
            <dd>{format.number(count.rows)}</dd>
          </div>
        ))}
      </dl>
      {operation.countsByTarget.map(({ targetId, target, counts }) => (
        <Text key={targetId} size="sm">
          <strong>{target?.name}</strong> – {inOrder(counts).map((count) => `${words.class(operation, count.class)}: ${format.number(count.rows)}`).join(' · ')}
        </Text>
      ))}
    </Stack>
  );
}

/** An operation as a part of another page: its figures, live while it works, and its rows. */
export function OperationReport({ id }: { id: string }) {
  const query = useOperationStateQuery({ variables: { id }, fetchPolicy: 'cache-and-network' });
  const state = queryState(query);
  const operation = query.data?.operation;
  if (state.is === 'loading') return <ListSkeleton rows={4} />;
  if (state.is === 'failed') return <ErrorState failure={state.failure} onRetry={state.retry} order={3} />;
  if (!operation) return null;
  return (
    <Stack>
      {isRunning(operation.state) && <OperationLive id={id} />}
      <OperationFigures operation={operation} />
      <OperationRows operation={operation} />
    </Stack>
  );
}
