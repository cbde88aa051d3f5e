import { Alert, Anchor, Text } from '@mantine/core';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { IconInfoCircle } from '@milepost/web/ui/icons.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { Link } from 'react-router';
import { paths } from '../../paths.ts';
import type { VersionOperationPartsFragment } from './plan-versions.generated.ts';

/** Whether there is nothing left to tell of it: what the plan last said of it may be older than what is known of it. */
export const isOver = ({ state }: Pick<VersionOperationPartsFragment, 'state'>): boolean => !['PREVIEWED', 'APPLYING', 'FAILED'].includes(state);

/** The publishing of a version that was begun and left: that it waits, is under way or has stopped, and the way to it. */
export function VersionOperationNote({ operation }: { operation: VersionOperationPartsFragment }) {
  const { t } = useTranslation('plans');
  const format = useFormat();
  const is = operation.undoes ? 'undone' : operation.state === 'PREVIEWED' ? 'waits' : operation.state === 'FAILED' ? 'stopped' : 'moves';
  const { rowsDone: done, rowsTotal: total } = operation;
  return (
    <Alert color={is === 'stopped' ? 'yellow' : 'gray'} icon={<IconInfoCircle size={20} aria-hidden />}>
      <Text size="sm">
        {t(`version.operation.${is}`, { time: format.dateTime(new Date(operation.committedAt ?? operation.createdAt)), done: format.number(done), total: format.number(total) })}{' '}
        <Anchor component={Link} size="sm" underline="always" to={paths.operation.to({ operationId: operation.id })}>
          {t('version.operation.open')}
        </Anchor>
      </Text>
    </Alert>
  );
}
