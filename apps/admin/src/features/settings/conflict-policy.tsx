import { Button, Stack, Text, Title } from '@mantine/core';
import { queryState } from '@milepost/web/apollo/list-state.ts';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { ErrorState } from '@milepost/web/ui/error-state.tsx';
import { IconCircleCheck } from '@milepost/web/ui/icons.ts';
import { ListSkeleton } from '@milepost/web/ui/skeletons.tsx';
import { Badge } from '@milepost/web/ui/status-badge.tsx';
import { type ReactNode, useState } from 'react';
import type { GroupConflictPolicy } from '../../gql/schema-types.ts';
import { useConflictPolicyQuery } from './conflict-policy.generated.ts';
import { policies } from './use-policy-form.tsx';
import classes from './settings.module.css';

interface ConflictPolicyProps {
  mayEdit: boolean;
  /** The way from another rule to its being in force; `onClose` leads back. */
  change(current: GroupConflictPolicy, onClose: () => void): ReactNode;
}

/** Which rule holds where several groups give a person the same plan (2.4, X1), since when, and by whom; changed by a preview. */
export function ConflictPolicySettings({ mayEdit, change }: ConflictPolicyProps) {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const query = useConflictPolicyQuery({ fetchPolicy: 'cache-and-network' });
  const [changing, setChanging] = useState(false);
  const state = queryState(query);
  const policy = query.data?.conflictPolicy;
  if (state.is === 'failed') return <ErrorState failure={state.failure} onRetry={state.retry} order={2} />;
  if (!policy) return <ListSkeleton rows={4} />;
  const time = policy.since && format.dateTime(new Date(policy.since));
  const close = () => {
    setChanging(false);
    void query.refetch().catch(() => {});
  };
  return (
    <Stack>
      <Title order={2} size="h3">
        {t('policy.title')}
      </Title>
      <Text size="sm">{t('policy.text')}</Text>
      <dl className={classes.policies}>
        {policies.map((each) => (
          <div key={each} data-current={each === policy.groupConflict || undefined}>
            <dt>
              {t(`policy.${each}.name`)} {each === policy.groupConflict && <Badge tone="success" icon={IconCircleCheck} word={t('policy.inForce')} />}
            </dt>
            <dd>
              {t(`policy.${each}.text`)}
              {each === policy.groupConflict && time && (
                <Text size="xs" c="dimmed">
                  {policy.changedBy ? t('policy.sinceBy', { time, name: policy.changedBy.name }) : t('policy.since', { time })}
                </Text>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {mayEdit && (
        <div>
          <Button onClick={() => setChanging(true)}>{t('policy.change')}</Button>
        </div>
      )}
      {changing && change(policy.groupConflict, close)}
    </Stack>
  );
}
