import { Button } from '@mantine/core';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { useViewer } from '@milepost/web/session/session-context.tsx';
import { Link } from 'react-router';
import { TrainingProgressList } from '../features/training-progress/training-progress-list.tsx';
import { paths } from '../paths.ts';

/** Who takes or has taken what; whoever may record completions imports them from here. */
export function TrainingProgressPage() {
  const { t } = useTranslation('completions');
  const { permissions } = useViewer();
  return (
    <TrainingProgressList
      action={
        permissions.includes('COMPLETIONS_CHANGE') && (
          <Button component={Link} to={paths.importCompletions.to()} variant="default">
            {t('import.action')}
          </Button>
        )
      }
    />
  );
}
