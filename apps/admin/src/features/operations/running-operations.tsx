import { Anchor, Button, Popover, Text } from '@mantine/core';
import { NetworkStatus } from '@apollo/client';
import { IconProgress } from '@milepost/web/ui/icons.ts';
import { notify } from '@milepost/web/ui/notify.ts';
import { ProgressBar } from '@milepost/web/ui/progress-bar.tsx';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { Link } from 'react-router';
import { paths } from '../../paths.ts';
import { type OperationPartsFragment, useRunningOperationsQuery } from './operation.generated.ts';
import { OperationLive } from './operation-live.tsx';
import classes from './operations.module.css';
import { isRunning, useOperationWords } from './use-operation-words.ts';

const elsewhereMs = 30_000;

/** What works in the background, on every page and after a reload; says when something has finished. Silent while nothing runs. */
export function RunningOperations() {
  const { t } = useTranslation('operations');
  const words = useOperationWords();
  const [opened, setOpened] = useState(false);
  // Those begun elsewhere are found by asking now and then; those that run are heard live.
  const query = useRunningOperationsQuery({ pollInterval: elsewhereMs, skipPollAttempt: () => document.hidden });
  const all = query.data?.operations.edges.map((edge) => edge.node) ?? [];
  const running = all.filter((operation) => isRunning(operation.state));
  useFinished(all, query.networkStatus === NetworkStatus.ready);
  if (running.length === 0) return null;
  return (
    <>
      {running.map((operation) => (
        <OperationLive key={operation.id} id={operation.id} />
      ))}
      <Popover opened={opened} onChange={setOpened} position="bottom-end" shadow="md" width={320} trapFocus returnFocus>
        <Popover.Target>
          <Button variant="light" size="compact-md" leftSection={<IconProgress size={16} aria-hidden />} aria-label={t('running.label', { count: running.length })} onClick={() => setOpened(!opened)}>
            {running.length}
          </Button>
        </Popover.Target>
        <Popover.Dropdown aria-label={t('running.title')}>
          <ul className={classes.running}>
            {running.map((operation) => (
              <li key={operation.id}>
                <Anchor component={Link} size="sm" to={paths.operation.to({ operationId: operation.id })} onClick={() => setOpened(false)}>
                  {words.title(operation)}
                </Anchor>
                <Text size="xs" c="dimmed">
                  {words.state(operation.state)}
                </Text>
                <ProgressBar value={operation.rowsTotal === 0 ? 0 : operation.rowsDone / operation.rowsTotal} label={words.title(operation)} withText />
              </li>
            ))}
          </ul>
        </Popover.Dropdown>
      </Popover>
    </>
  );
}

/** Says that something which was seen running has finished. */
function useFinished(all: readonly OperationPartsFragment[], known: boolean): void {
  const { t } = useTranslation('operations');
  const words = useOperationWords();
  const seenRunning = useRef(new Set<string>());
  useEffect(() => {
    if (!known) return;
    for (const operation of all) {
      if (isRunning(operation.state)) seenRunning.current.add(operation.id);
      else if (seenRunning.current.delete(operation.id) && operation.state === 'DONE') notify({ tone: 'success', title: t('running.done'), text: words.title(operation) });
    }
  }, [all, known, t, words]);
}
