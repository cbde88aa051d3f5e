import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@milepost/web/ui/icons.ts';
import { notify } from '@milepost/web/ui/notify.ts';
import { useState } from 'react';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import classes from './content-step.module.css';
import type { EditedPlanFragment } from './plan-draft.generated.ts';
import { usePlanEditing } from './plan-editing.tsx';

/** Somebody else saved first: what was typed is kept, compared with what stands there now, and one of the two is chosen. */
export function StaleEditNotice() {
  const { t } = useTranslation(['plans', 'ui']);
  const { queue, readTheirs, keepMine, takeTheirs } = usePlanEditing();
  const [theirs, setTheirs] = useState<EditedPlanFragment>();
  const [working, setWorking] = useState(false);
  const edits = queue.conflicting;
  if (edits.length === 0) return null;

  const compare = async () => {
    setWorking(true);
    try {
      setTheirs(await readTheirs());
    } catch {
      notify({ tone: 'danger', title: t('ui:error.networkTitle'), text: t('ui:error.inputKept') });
    } finally {
      setWorking(false);
    }
  };
  return (
    <Alert color="yellow" icon={<IconAlertTriangle size={20} aria-hidden />} title={t('stale.title')} role="alert" mb="md">
      <Stack gap="sm">
        <Text size="sm">{t('stale.text', { count: edits.length })}</Text>
        {!theirs ? (
          <Group>
            <Button size="compact-md" onClick={() => void compare()} loading={working}>
              {t('stale.compare')}
            </Button>
          </Group>
        ) : (
          <>
            <table className={classes.compare}>
              <thead>
                <tr>
                  <th scope="col">{t('stale.what')}</th>
                  <th scope="col">{t('stale.mine')}</th>
                  <th scope="col">{t('stale.theirs')}</th>
                </tr>
              </thead>
              <tbody>
                {edits.map((edit) => (
                  <tr key={edit.key}>
                    <th scope="row">{edit.label}</th>
                    <td>{edit.mine}</td>
                    <td>{edit.theirs(theirs)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            <Group>
              <Button
                size="compact-md"
                onClick={() => {
                  setTheirs(undefined);
                  void keepMine(theirs);
                }}
              >
                {t('stale.keepMine')}
              </Button>
              <Button
                size="compact-md"
                variant="default"
                onClick={() => {
                  setTheirs(undefined);
                  takeTheirs(theirs);
                }}
              >
                {t('stale.takeTheirs')}
              </Button>
            </Group>
          </>
        )}
      </Stack>
    </Alert>
  );
}
