import { useParams } from 'react-router';
import { PeopleFinder } from '../features/audiences/people-finder.tsx';
import { GroupView } from '../features/groups/group-view.tsx';
import { LeaveGroupDrawer } from './leave-group-drawer.tsx';
import { RuleDrawer } from './rule-drawer.tsx';

/** One group. */
export function GroupPage() {
  const { groupId = '' } = useParams();
  return (
    <GroupView
      key={groupId}
      id={groupId}
      finder={(field) => <PeopleFinder {...field} />}
      leave={(leaving, onClose) => <LeaveGroupDrawer leaving={leaving} onClose={onClose} />}
      // A rule that has changed begins the form anew.
      ruleEditor={({ group, ...drawer }) => <RuleDrawer key={String(group.rowVersion)} group={{ ...group, rule: group.rule }} {...drawer} />}
    />
  );
}
