import { Anchor, Text } from '@mantine/core';
import { queryState } from '@milepost/web/apollo/list-state.ts';
import { usePages } from '@milepost/web/apollo/use-pages.ts';
import { ListPage } from '@milepost/web/ui/list-page.tsx';
import { useListParams } from '@milepost/web/ui/list-params.ts';
import { RelativeTime } from '@milepost/web/ui/relative-time.tsx';
import { PlanBadge } from '@milepost/web/ui/plan-badge.tsx';
import type { ReactNode } from 'react';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { Link } from 'react-router';
import type { PlanLifecycle } from '../../gql/schema-types.ts';
import { paths } from '../../paths.ts';
import { type PlanRowFragment, usePlanListQuery } from './plan-list.generated.ts';

const lifecycles = ['DRAFT', 'ACTIVE', 'INACTIVE', 'ARCHIVED'] as const satisfies readonly PlanLifecycle[];
const pageSize = 50;

/** All plans, the newest first, found by name or code and narrowed by what has become of them; `create` stands top right (D10); `bulk`: what may be done with several at once. */
export function PlanList({ create, bulk }: { create: ReactNode; bulk?: (planIds: readonly string[], clear: () => void) => ReactNode }) {
  const { t } = useTranslation(['plans', 'admin', 'ui']);
  const params = useListParams(['status']);
  const chosen = params.filters['status'] as PlanLifecycle[] | undefined;
  const query = usePlanListQuery({
    variables: { first: pageSize, filter: { search: params.search || null, lifecycles: chosen ?? null } },
    fetchPolicy: 'cache-and-network',
  });
  const connection = (query.data ?? query.previousData)?.learningPlans;
  const pages = usePages(query, connection);
  return (
    <ListPage<PlanRowFragment>
      title={t('admin:nav.plans')}
      primaryAction={create}
      searchLabel={t('list.search')}
      params={params}
      filters={[{ id: 'status', label: t('list.status'), options: lifecycles.map((value) => ({ value, label: t(`ui:plan.${value}`) })) }]}
      columns={[
        {
          id: 'name',
          header: t('list.name'),
          cell: (plan) => (
            <>
              <Anchor component={Link} to={paths.plan.to({ planId: plan.id })} fw={600}>
                {plan.name}
              </Anchor>
              <Text span size="sm" c="dimmed" ms="xs">
                {plan.code}
              </Text>
            </>
          ),
        },
        { id: 'lifecycle', header: t('list.status'), cell: (plan) => <PlanBadge lifecycle={plan.lifecycle} /> },
        { id: 'preset', header: t('list.kind'), cell: (plan) => t(`preset.${plan.preset}.name`), hideOnPhone: true },
        { id: 'owner', header: t('list.owner'), cell: (plan) => plan.owner.name },
        { id: 'changed', header: t('list.changed'), cell: (plan) => <RelativeTime instant={plan.updatedAt} /> },
      ]}
      rowId={(plan) => plan.id}
      selects="SHOWN"
      bulkActions={bulk && ((selection, clear) => (selection.all ? null : bulk(selection.ids, clear)))}
      rowName={(plan) => plan.name}
      state={queryState(query, connection)}
      empty={{ title: t('list.emptyTitle'), text: t('list.emptyText'), action: create }}
      {...pages}
    />
  );
}
