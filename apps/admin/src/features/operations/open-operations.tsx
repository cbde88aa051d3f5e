import { Anchor, Group, Text } from '@mantine/core';
import { queryState } from '@milepost/web/apollo/list-state.ts';
import { ErrorState } from '@milepost/web/ui/error-state.tsx';
import { RelativeTime } from '@milepost/web/ui/relative-time.tsx';
import { ListSkeleton } from '@milepost/web/ui/skeletons.tsx';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { Link } from 'react-router';
import { paths } from '../../paths.ts';
import { useRunningOperationsQuery } from './operation.generated.ts';
import { OperationStateBadge } from './operation-state-badge.tsx';
import classes from './operations.module.css';
import { isRunning, useOperationWords } from './use-operation-words.ts';

const most = 5;

/** Where the preview of a file is decided, by kind. */
const pageOf: Readonly<Record<string, string>> = { IMPORT_PEOPLE: paths.importPeople.to(), IMPORT_COMPLETIONS: paths.importCompletions.to() };

/** What runs, waits for a decision or has failed lately; the rest of the list stands under Progress. */
export function OpenOperations() {
  const { t } = useTranslation('operations');
  const words = useOperationWords();
  const query = useRunningOperationsQuery();
  const state = queryState(query);
  if (state.is === 'loading') return <ListSkeleton rows={2} />;
  if (state.is === 'failed') return <ErrorState failure={state.failure} onRetry={state.retry} order={3} />;
  const open = (query.data?.operations.edges ?? [])
    .map((edge) => edge.node)
    .filter(({ state: each }) => isRunning(each) || each === 'PREVIEWED' || each === 'FAILED')
    .slice(0, most);
  if (open.length === 0) return <Text c="dimmed">{t('open.none')}</Text>;
  return (
    <ul className={classes.running}>
      {open.map((operation) => (
        <li key={operation.id}>
          <Group gap="sm">
            <Anchor
              component={Link}
              to={
                operation.state === 'PREVIEWED' && pageOf[operation.kind] ? `${pageOf[operation.kind]}?operation=${operation.id}` : paths.operation.to({ operationId: operation.id })
              }
            >
              {words.title(operation)}
            </Anchor>
            <OperationStateBadge state={operation.state} />
            <Text size="sm" c="dimmed" span>
              <RelativeTime instant={operation.createdAt} />
            </Text>
          </Group>
        </li>
      ))}
    </ul>
  );
}
