import { useViewer } from '@milepost/web/session/session-context.tsx';
import { DepartmentFilter } from '../features/directory/department-filter.tsx';
import { PeopleList } from '../features/people/people-list.tsx';

/** The directory of people. */
export function PeoplePage() {
  const { permissions } = useViewer();
  return <PeopleList departmentFilter={<DepartmentFilter />} mayImport={permissions.includes('DIRECTORY_EDIT')} />;
}
