import { useApolloClient } from '@apollo/client/react';
import { Anchor, Button, Group } from '@mantine/core';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { useViewer } from '@milepost/web/session/session-context.tsx';
import { useState } from 'react';
import { Link, useLocation } from 'react-router';
import { DepartmentFilter } from '../features/directory/department-filter.tsx';
import { SavedViews } from '../features/saved-views/saved-views.tsx';
import { type SelectedRecords, TrainingProgressList } from '../features/training-progress/training-progress-list.tsx';
import { TrainingProgressListDocument, TrainingProgressTotalDocument } from '../features/training-progress/training-progress.generated.ts';
import type { TrainingType } from '../gql/schema-types.ts';
import { paths } from '../paths.ts';
import { AddCompletionsDrawer, RevokeCompletionsDrawer } from './completion-drawers.tsx';

type OpenDrawer = { readonly is: 'ADD'; readonly type: TrainingType } | { readonly is: 'REVOKE'; readonly selected: SelectedRecords; readonly clear: () => void };

/** Who takes or has taken what; whoever may change completions records them, imports them and takes them back from here. */
export function TrainingProgressPage() {
  const { t } = useTranslation(['completions', 'past']);
  const { permissions } = useViewer();
  const client = useApolloClient();
  const [open, setOpen] = useState<OpenDrawer>();
  const { search } = useLocation();
  const mayChange = permissions.includes('COMPLETIONS_CHANGE');
  const close = () => {
    if (open?.is === 'REVOKE') open.clear();
    setOpen(undefined);
    void client.refetchQueries({ include: [TrainingProgressListDocument, TrainingProgressTotalDocument] });
  };
  return (
    <>
      <TrainingProgressList
        departmentFilter={<DepartmentFilter />}
        note={
          <Anchor component={Link} size="sm" to={{ pathname: paths.trainingAsOf.to(), search }}>
            {t('past:open')}
          </Anchor>
        }
        action={(type) => (
          <Group gap="xs">
            <SavedViews page="TRAINING_PROGRESS" />
            {mayChange && (
              <>
                <Button component={Link} to={paths.importCompletions.to()} variant="default">
                  {t('import.action')}
                </Button>
                <Button onClick={() => setOpen({ is: 'ADD', type })}>{t('add.action')}</Button>
              </>
            )}
          </Group>
        )}
        bulkActions={
          mayChange
            ? (selected, clear) => (
                <Button size="compact-sm" variant="default" onClick={() => setOpen({ is: 'REVOKE', selected, clear })}>
                  {t('revoke.action')}
                </Button>
              )
            : undefined
        }
      />
      {open?.is === 'ADD' && <AddCompletionsDrawer type={open.type} onClose={close} />}
      {open?.is === 'REVOKE' && <RevokeCompletionsDrawer chosen={open.selected} onClose={close} />}
    </>
  );
}
