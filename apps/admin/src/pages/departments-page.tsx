import { useViewer } from '@milepost/web/session/session-context.tsx';
import { DepartmentTree } from '../features/directory/department-tree.tsx';
import { withAllBelow } from '../features/directory/tree.ts';
import { MergeDrawer } from './merge-drawer.tsx';
import { PeopleSections } from './people-sections.tsx';

/** The tree of departments. */
export function DepartmentsPage() {
  const { permissions } = useViewer();
  return (
    <>
      <PeopleSections />
      <DepartmentTree
        mayEdit={permissions.includes('DIRECTORY_EDIT')}
        mergeFlow={({ from, departments, ...rest }) => {
          const inside = withAllBelow(departments, from.id);
          const choices = departments.filter((each) => !inside.has(each.id)).map((each) => ({ value: each.id, label: each.path.join(' › ') }));
          return <MergeDrawer key={from.id} merge={{ place: 'DEPARTMENT', from, choices }} {...rest} />;
        }}
      />
    </>
  );
}
