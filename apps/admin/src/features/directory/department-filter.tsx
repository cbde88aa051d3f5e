import { Select } from '@mantine/core';
import { useListParams } from '@milepost/web/ui/list-params.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { useDepartmentChoicesQuery } from './department-filter.generated.ts';

/** Narrows a list to a department and those below it; kept in the address as `?department=`. */
export function DepartmentFilter() {
  const { t } = useTranslation('people');
  const params = useListParams(['department']);
  const { data } = useDepartmentChoicesQuery();
  return (
    <Select
      aria-label={t('department.label')}
      placeholder={t('department.label')}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('department.clear') }}
      nothingFoundMessage={t('department.nothing')}
      comboboxProps={{ width: 'max-content', position: 'bottom-end' }}
      data={(data?.departments ?? []).map(({ id, path }) => ({ value: id, label: path.join(' › ') }))}
      value={params.filters['department']?.[0] ?? null}
      onChange={(next) => params.setFilter('department', next ? [next] : [])}
    />
  );
}
