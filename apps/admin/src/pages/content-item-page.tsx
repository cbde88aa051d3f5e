import { Stack, Title } from '@mantine/core';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { useViewer } from '@milepost/web/session/session-context.tsx';
import { useParams } from 'react-router';
import { AssignmentList } from '../features/assignments/assignment-list.tsx';
import { ContentView } from '../features/content/content-view.tsx';
import { DepartmentFilter } from '../features/directory/department-filter.tsx';
import { TrackedPeople } from '../features/tracking/tracked-people.tsx';
import type { ChosenPeople } from '../features/tracking/use-plan-act-form.tsx';
import { paths } from '../paths.ts';
import { AssignButton } from './assign-drawer.tsx';
import { ManagePeople } from './manage-people.tsx';

const links = {
  person: (personId: string) => paths.person.to({ personId }),
  assignment: (assignmentId: string) => paths.assignment.to({ assignmentId }),
};

/** One course or module, with the assignments that give it by itself, and how far their people are. */
export function ContentItemPage() {
  const { t } = useTranslation('assignments');
  const { permissions } = useViewer();
  const { contentId = '' } = useParams();
  const mayAssign = permissions.includes('CONTENT_ASSIGN');
  const subject = { learningObjectId: contentId };
  const viewerCan = { assign: mayAssign, override: permissions.includes('CONTENT_OVERRIDE') };
  const manage = (chosen: ChosenPeople, clear: () => void) => <ManagePeople subject={subject} viewerCan={viewerCan} chosen={chosen} onDone={clear} />;
  return (
    <ContentView
      key={contentId}
      id={contentId}
      assign={({ id, kind, name }) => mayAssign && <AssignButton target={{ id, kind, name }} />}
      more={
        permissions.includes('CONTENT_ASSIGNMENT_READ') && (
          <Stack component="section">
            <Title order={2}>{t('ofContent')}</Title>
            <AssignmentList learningObjectId={contentId} assign={null} />
            <TrackedPeople subject={subject} departmentFilter={<DepartmentFilter />} links={links} manage={viewerCan.assign || viewerCan.override ? manage : undefined} />
          </Stack>
        )
      }
    />
  );
}
