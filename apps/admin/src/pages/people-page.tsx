import { useViewer } from '@milepost/web/session/session-context.tsx';
import { DepartmentFilter } from '../features/directory/department-filter.tsx';
import { PeopleList } from '../features/people/people-list.tsx';
import { PeopleSections } from './people-sections.tsx';

/** The directory of people. */
export function PeoplePage() {
  const { permissions } = useViewer();
  return (
    <>
      <PeopleSections />
      <PeopleList departmentFilter={<DepartmentFilter />} mayImport={permissions.includes('DIRECTORY_EDIT')} />
    </>
  );
}
