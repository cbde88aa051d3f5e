import { ActionIcon, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { ErrorState } from '@milepost/web/ui/error-state.tsx';
import { IconArrowBackUp } from '@milepost/web/ui/icons.ts';
import { useState } from 'react';
import type { OperationPartsFragment } from './operation.generated.ts';
import classes from './operations.module.css';
import { useMendWords } from './use-mend-words.ts';
import { keyOf, type MendControl, useKeptMends } from './use-mends.ts';

/** How a file of completions is read otherwise than it says, and where that can still be changed, the check with what was chosen. Nothing where there is nothing to say. */
export function MendPanel({ operation, mends }: { operation: OperationPartsFragment; mends?: MendControl }) {
  const { t } = useTranslation('operations');
  const format = useFormat();
  const words = useMendWords();
  // Read again whenever the file was checked.
  const { list: kept, state } = useKeptMends(operation);
  const [checking, setChecking] = useState(false);
  const list = mends?.list ?? kept ?? [];
  if (state.is === 'failed') return <ErrorState failure={state.failure} onRetry={state.retry} order={2} />;
  if (list.length === 0 && !mends?.isChanged) return null;
  const check = async () => {
    setChecking(true);
    await mends?.check();
    setChecking(false);
  };
  return (
    <Paper withBorder p="md" component="section" aria-label={t('mend.title')}>
      <Stack gap="sm">
        <Title order={2} size="h5">
          {t('mend.title')}
        </Title>
        {list.length === 0 && <Text size="sm">{t('mend.none')}</Text>}
        <ul className={classes.mends}>
          {list.map(({ mend, rows }) => (
            <li key={keyOf(mend)}>
              <div>
                <Text size="sm">{words.mend(mend)}</Text>
                <Text size="xs" c="dimmed">
                  {rows === null ? t('mend.unchecked') : t('mend.rows', { count: rows, number: format.number(rows) })}
                </Text>
              </div>
              {mends && (
                <ActionIcon variant="subtle" color="gray" aria-label={t('mend.takeBack', { what: words.mend(mend) })} onClick={() => mends.takeBack(mend)}>
                  <IconArrowBackUp size={18} aria-hidden />
                </ActionIcon>
              )}
            </li>
          ))}
        </ul>
        {mends?.problem && (
          <Text role="alert" c="var(--mantine-color-error)" size="sm">
            {mends.problem}
          </Text>
        )}
        {mends?.isChanged && (
          <>
            <Text size="sm">{t('mend.changed')}</Text>
            <Group gap="sm">
              <Button onClick={() => void check()} loading={checking}>
                {t('mend.check')}
              </Button>
              <Button variant="default" onClick={mends.drop}>
                {t('mend.drop')}
              </Button>
            </Group>
          </>
        )}
      </Stack>
    </Paper>
  );
}
