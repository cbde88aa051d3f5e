import { Anchor, Text } from '@mantine/core';
import { queryState } from '@milepost/web/apollo/list-state.ts';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { ErrorState } from '@milepost/web/ui/error-state.tsx';
import { Link } from 'react-router';
import { useExceptionCountQuery } from './exceptions.generated.ts';

/** How many cases of the exception inbox wait, and the way to them. */
export function ExceptionCount({ to }: { to: string }) {
  const { t } = useTranslation('tracking');
  const format = useFormat();
  const query = useExceptionCountQuery({ variables: { filter: { exceptions: true } }, fetchPolicy: 'cache-and-network' });
  const state = queryState(query);
  if (state.is === 'failed') return <ErrorState failure={state.failure} onRetry={state.retry} order={3} />;
  const count = query.data?.enrollmentCount ?? 0;
  if (state.is === 'loading' || count === 0) return <Text>{state.is === 'loading' ? t('exceptions.reading') : t('exceptions.none')}</Text>;
  return (
    <Anchor component={Link} to={to} fw={600}>
      {t('exceptions.waiting', { count, number: format.number(count) })}
    </Anchor>
  );
}
