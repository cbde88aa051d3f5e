import { DepartmentFilter } from '../features/directory/department-filter.tsx';
import { PeopleList } from '../features/people/people-list.tsx';

/** The directory of people. */
export function PeoplePage() {
  return <PeopleList departmentFilter={<DepartmentFilter />} />;
}
