import { Button, Group, List, Stack, Text, Title } from '@mantine/core';
import { queryState } from '@milepost/web/apollo/list-state.ts';
import { problemsOf, useAct } from '@milepost/web/apollo/use-act.ts';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { ConfirmDialog } from '@milepost/web/ui/confirm-dialog.tsx';
import { EmptyState } from '@milepost/web/ui/empty-state.tsx';
import { ErrorState } from '@milepost/web/ui/error-state.tsx';
import { IconBan, IconCircleCheck, IconClockExclamation, IconProgress } from '@milepost/web/ui/icons.ts';
import { notify } from '@milepost/web/ui/notify.ts';
import { ListSkeleton } from '@milepost/web/ui/skeletons.tsx';
import { Badge } from '@milepost/web/ui/status-badge.tsx';
import { useEffect, useState } from 'react';
import { type DriftCheckPartsFragment, StartDriftCheckDocument, useDriftChecksQuery } from './drift-checks.generated.ts';

/** How often a check that is under way is looked at. */
const whileRunningMs = 2_000;

const leftOf = ({ found }: DriftCheckPartsFragment): number => found.reduce((sum, { count, repaired }) => sum + count - repaired, 0);

/** Checks whether all that is kept follows from the facts (D4): begun here, with what the latest ones found. */
export function DriftChecks({ mayEdit }: { mayEdit: boolean }) {
  const { t } = useTranslation('settings');
  const act = useAct();
  const query = useDriftChecksQuery({ fetchPolicy: 'cache-and-network' });
  const [asking, setAsking] = useState(false);
  const state = queryState(query);
  const checks = query.data?.driftChecks;
  const isRunning = checks?.some((check) => check.state === 'RUNNING') ?? false;
  const { startPolling, stopPolling } = query;
  useEffect(() => {
    if (!isRunning) return undefined;
    startPolling(whileRunningMs);
    return stopPolling;
  }, [isRunning, startPolling, stopPolling]);
  if (state.is === 'failed') return <ErrorState failure={state.failure} onRetry={state.retry} order={2} />;
  if (!checks) return <ListSkeleton rows={3} />;
  const start = async (repair: boolean) => {
    const answer = await act(StartDriftCheckDocument, { repair });
    if (answer.is === 'FAILED') return notify({ tone: 'danger', title: t('notDone') });
    const result = answer.data.startDriftCheck;
    if (result.__typename !== 'DriftCheck') notify({ tone: 'danger', title: problemsOf(result)[0]?.message ?? t('notDone') });
    await query.refetch().catch(() => {});
  };
  const [newest] = checks;
  const left = newest && newest.state !== 'RUNNING' ? leftOf(newest) : 0;
  return (
    <Stack>
      <Title order={2} size="h3">
        {t('drift.title')}
      </Title>
      <Text size="sm">{t('drift.text')}</Text>
      {mayEdit && (
        <Group>
          <Button disabled={isRunning} onClick={() => void start(false)}>
            {t('drift.start')}
          </Button>
          {left > 0 && (
            <Button variant="default" onClick={() => setAsking(true)}>
              {t('drift.repair')}
            </Button>
          )}
        </Group>
      )}
      {checks.length === 0 ? <EmptyState title={t('drift.emptyTitle')} text={t('drift.emptyText')} /> : checks.map((check) => <Check key={check.id} check={check} />)}
      <ConfirmDialog
        opened={asking}
        title={t('drift.repairTitle')}
        confirmLabel={t('drift.repair')}
        destructive={false}
        onClose={() => setAsking(false)}
        onConfirm={async () => {
          await start(true);
          setAsking(false);
        }}
      >
        {t('drift.repairText')}
      </ConfirmDialog>
    </Stack>
  );
}

function Check({ check }: { check: DriftCheckPartsFragment }) {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const { startedAt, startedBy, checkedPeople, checkedEnrollments, checkedCounts, found } = check;
  const at = format.dateTime(new Date(startedAt));
  return (
    <Stack component="section" gap={4} aria-label={at}>
      <Group gap="xs">
        <Text fw={600}>{startedBy ? t('drift.startedBy', { at, name: startedBy.name }) : at}</Text>
        <Outcome check={check} />
      </Group>
      <Text size="sm" c="dimmed">
        {t('drift.checked', { people: format.number(checkedPeople), enrollments: format.number(checkedEnrollments), counts: format.number(checkedCounts) })}
      </Text>
      {found.length > 0 && (
        <List size="sm">
          {found.map(({ kind, count, repaired }) => (
            <List.Item key={kind}>
              {t(`drift.kind.${kind as 'STATUS'}`, { defaultValue: kind })}: {check.repair ? t('drift.repairedOf', { repaired: format.number(repaired), total: format.number(count) }) : format.number(count)}
            </List.Item>
          ))}
        </List>
      )}
    </Stack>
  );
}

function Outcome({ check }: { check: DriftCheckPartsFragment }) {
  const { t } = useTranslation('settings');
  const { state, found } = check;
  if (state === 'RUNNING') return <Badge tone="info" icon={IconProgress} word={t('drift.running')} />;
  if (state === 'FAILED') return <Badge tone="danger" icon={IconBan} word={t('drift.failed')} />;
  if (leftOf(check) > 0) return <Badge tone="danger" icon={IconClockExclamation} word={t('drift.differs')} />;
  return <Badge tone="success" icon={IconCircleCheck} word={t(found.length > 0 ? 'drift.setRight' : 'drift.nothing')} />;
}
