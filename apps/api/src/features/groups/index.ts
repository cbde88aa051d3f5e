import './apply-group-import.ts';
import './apply-group-rule.ts';
import './join-by-import.ts';
import './leave-group.ts';

export { addGroupMembers } from './change-members.ts';
export { analyseGroupImport } from './analyse-group-import.job.ts';
export { createStaticGroup } from './create-group.ts';
export { GroupEditsResolver } from './group-edits.resolver.ts';
export { GroupMemberResolver, GroupRuleResolver, PersonGroupsResolver, PersonMembershipResolver } from './group-people.resolver.ts';
export { GroupResolver } from './group.resolver.ts';
export { previewGroupRule } from './preview-group-rule.ts';
export { registerGroupUsers } from './group-users.ts';
export { whenDepartmentsChanged } from './when-departments-changed.ts';
export { whenGroupMembersChanged } from './when-group-members-changed.ts';
export { whenPeopleChanged } from './when-people-changed.ts';
