import { useViewer } from '@milepost/web/session/session-context.tsx';
import { DepartmentFilter } from '../features/directory/department-filter.tsx';
import { PeopleList } from '../features/people/people-list.tsx';
import { AssignButton, type Receiver } from './assign-drawer.tsx';
import { PeopleSections } from './people-sections.tsx';

/** The directory of people. */
export function PeoplePage() {
  const { permissions } = useViewer();
  const assign = permissions.includes('PLAN_ASSIGN')
    ? (people: readonly Receiver[], clear: () => void) => <AssignButton size="compact-sm" variant="default" people={people} onClose={clear} />
    : undefined;
  return (
    <>
      <PeopleSections />
      <PeopleList departmentFilter={<DepartmentFilter />} mayImport={permissions.includes('DIRECTORY_EDIT')} mayCreate={permissions.includes('PEOPLE_EDIT')} assign={assign} />
    </>
  );
}
