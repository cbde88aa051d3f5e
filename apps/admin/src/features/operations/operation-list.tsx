import { Anchor, Text } from '@mantine/core';
import { queryState } from '@milepost/web/apollo/list-state.ts';
import { usePages } from '@milepost/web/apollo/use-pages.ts';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { ListPart } from '@milepost/web/ui/list-page.tsx';
import { useListParams } from '@milepost/web/ui/list-params.ts';
import { ProgressBar } from '@milepost/web/ui/progress-bar.tsx';
import { RelativeTime } from '@milepost/web/ui/relative-time.tsx';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { Link } from 'react-router';
import { paths } from '../../paths.ts';
import { type OperationPartsFragment, useOperationListQuery } from './operation.generated.ts';
import { OperationStateBadge } from './operation-state-badge.tsx';
import { affectedBy, useOperationWords } from './use-operation-words.ts';

const pageSize = 50;

/** Every bulk act that the reader may see, the newest first, with how far it is. */
export function OperationList() {
  const { t } = useTranslation('operations');
  const words = useOperationWords();
  const format = useFormat();
  const params = useListParams([]);
  const query = useOperationListQuery({ variables: { first: pageSize }, fetchPolicy: 'cache-and-network' });
  const connection = query.data?.operations;
  const pages = usePages(query, connection);
  return (
    <ListPart<OperationPartsFragment>
      title={t('list.title')}
      params={params}
      columns={[
        {
          id: 'what',
          header: t('list.what'),
          cell: (operation) => (
            <Anchor component={Link} to={paths.operation.to({ operationId: operation.id })} fw={600}>
              {words.title(operation)}
            </Anchor>
          ),
        },
        { id: 'state', header: t('list.state'), cell: (operation) => <OperationStateBadge state={operation.state} /> },
        {
          id: 'progress',
          header: t('list.rows'),
          cell: (operation) =>
            operation.state === 'APPLYING' ? (
              <ProgressBar value={operation.rowsTotal === 0 ? 0 : operation.rowsDone / operation.rowsTotal} label={words.title(operation)} withText />
            ) : (
              <Text size="sm" span>
                {format.number(operation.committedAt ? operation.rowsDone : affectedBy(operation))}
              </Text>
            ),
        },
        { id: 'by', header: t('list.by'), hideOnPhone: true, cell: (operation) => operation.committedBy?.name ?? '–' },
        { id: 'when', header: t('list.when'), cell: (operation) => <RelativeTime instant={operation.createdAt} /> },
      ]}
      rowId={(operation) => operation.id}
      rowName={words.title}
      state={queryState(query, connection)}
      empty={{ title: t('list.emptyTitle'), text: t('list.emptyText') }}
      {...pages}
    />
  );
}
