import { Alert, Anchor, Stack } from '@mantine/core';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { IconHistory } from '@milepost/web/ui/icons.ts';
import { Link, useLocation } from 'react-router';
import { DepartmentFilter } from '../features/directory/department-filter.tsx';
import { PointFields } from '../features/tracking/point-fields.tsx';
import { usePoints } from '../features/tracking/use-points.ts';
import { PastTrainingList } from '../features/training-progress/past-training-list.tsx';
import { paths } from '../paths.ts';

/** Training progress as it stood at the end of a day (ambition 5). */
export function TrainingAsOfPage() {
  const { t } = useTranslation(['past', 'trainingProgress']);
  const format = useFormat();
  const { on, today, change } = usePoints();
  // What narrows the one list narrows the other.
  const ofToday = { pathname: paths.trainingProgress.to(), search: useLocation().search };
  return (
    <>
      <Anchor component={Link} size="sm" to={ofToday}>
        {t('trainingProgress:title')}
      </Anchor>
      <PastTrainingList
        asOf={on}
        departmentFilter={<DepartmentFilter />}
        notice={
          <Stack gap="sm" my="md">
            <PointFields label={t('day')} point={on} today={today} onChange={(next) => change('on', next)} />
            <Alert color="yellow" variant="light" icon={<IconHistory size={18} aria-hidden />}>
              {t(`says.${on.knowledge}`, { date: format.date(on.date) })}{' '}
              <Anchor component={Link} to={ofToday} inherit underline="always">
                {t('toToday')}
              </Anchor>
            </Alert>
          </Stack>
        }
      />
    </>
  );
}
