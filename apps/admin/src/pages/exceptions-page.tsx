import { ExceptionList } from '../features/tracking/exception-list.tsx';
import { paths } from '../paths.ts';
import { PlanActDrawer } from './manage-people.tsx';

const links = {
  person: (id: string) => paths.person.to({ personId: id }),
  plan: (id: string, enrollmentId: string) => `${paths.plan.to({ planId: id })}?tab=people&enrollment=${enrollmentId}`,
  content: (id: string, enrollmentId: string) => `${paths.contentItem.to({ contentId: id })}?enrollment=${enrollmentId}`,
};

/** The exception inbox: nobody is withheld, and each case is decided with what follows in view. */
export function ExceptionsPage() {
  return <ExceptionList links={links} decide={(subject, chosen, onClose) => <PlanActDrawer kind="RESOLVE_EXCEPTIONS" subject={subject} chosen={chosen} onClose={onClose} />} />;
}
