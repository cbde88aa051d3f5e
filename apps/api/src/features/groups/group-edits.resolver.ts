import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Transaction } from '../../platform/database/transaction.ts';
import { answer, present } from '../../platform/graphql/answer.ts';
import { Guarded } from '../../platform/graphql/guard.ts';
import { readId } from '../../platform/graphql/scalars.ts';
import type { MutationInput, RequestContext } from '../../platform/request/request-context.ts';
import { refuseWith, type Outcome } from '../../platform/request/user-problem.ts';
import { PreviewOperationResult, readOperation } from '../operations/index.ts';
import { addGroupMembers, removeGroupMembers } from './change-members.ts';
import { createStaticGroup } from './create-group.ts';
import { readGroup } from './group.presenter.ts';
import {
  CreateGroupInput,
  GroupMembersInput,
  GroupRemoved,
  GroupResult,
  PreviewGroupImportInput,
  PreviewGroupRuleInput,
  PreviewGroupRuleResult,
  PreviewLeaveGroupInput,
  RemoveGroupInput,
  RemoveGroupResult,
  RenameGroupInput,
} from './group.type.ts';
import { previewLeaveGroup } from './leave-group.ts';
import { previewGroupImport } from './preview-group-import.ts';
import { previewGroupRule } from './preview-group-rule.ts';
import { removeGroup } from './remove-group.ts';
import { renameGroup } from './rename-group.ts';

/** What is changed in groups: by whoever may change the directory of the whole organization (2.11). */
@Resolver()
export class GroupEditsResolver {
  @Guarded('DIRECTORY_EDIT')
  @Mutation(() => GroupResult, { description: 'Makes a static group; one with a rule is made by `previewGroupRule`.' })
  createGroup(@Arg('input', () => CreateGroupInput, { description: 'Its name.' }) input: CreateGroupInput, @Ctx() context: RequestContext): Promise<typeof GroupResult> {
    return change(context, 'createGroup', input, (transaction) => createStaticGroup(transaction, input));
  }

  @Guarded('DIRECTORY_EDIT')
  @Mutation(() => GroupResult, { description: 'Gives a group another name.' })
  renameGroup(@Arg('input', () => RenameGroupInput, { description: 'Which, and how.' }) input: RenameGroupInput, @Ctx() context: RequestContext): Promise<typeof GroupResult> {
    return change(context, 'renameGroup', input, ofGroup(input, renameGroup));
  }

  @Guarded('DIRECTORY_EDIT')
  @Mutation(() => RemoveGroupResult, { description: 'Removes a group; refused with `GROUP_IN_USE` while something refers to it, which is named.' })
  async removeGroup(
    @Arg('input', () => RemoveGroupInput, { description: 'Which.' }) input: RemoveGroupInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof RemoveGroupResult> {
    const result = await context.mutate('removeGroup', input, ofGroup(input, removeGroup));
    return answer(context, result, ({ id }) => present(GroupRemoved, { groupId: id }));
  }

  @Guarded('DIRECTORY_EDIT')
  @Mutation(() => GroupResult, { description: 'Adds people to a static group by hand.' })
  addGroupMembers(@Arg('input', () => GroupMembersInput, { description: 'Whom.' }) input: GroupMembersInput, @Ctx() context: RequestContext): Promise<typeof GroupResult> {
    return change(context, 'addGroupMembers', input, ofGroup(input, (transaction, known) => addGroupMembers(transaction, context.caller, known)));
  }

  @Guarded('DIRECTORY_EDIT')
  @Mutation(() => GroupResult, { description: 'Takes people out of a static group by hand.' })
  removeGroupMembers(@Arg('input', () => GroupMembersInput, { description: 'Whom.' }) input: GroupMembersInput, @Ctx() context: RequestContext): Promise<typeof GroupResult> {
    return change(context, 'removeGroupMembers', input, ofGroup(input, (transaction, known) => removeGroupMembers(transaction, context.caller, known)));
  }

  @Guarded('DIRECTORY_EDIT')
  @Mutation(() => PreviewOperationResult, {
    description: 'Previews taking people, or everybody, out of a static group: LEAVES or NOT_IN. `commitOperation` takes them out, `previewUndo` brings them back.',
  })
  async previewLeaveGroup(
    @Arg('input', () => PreviewLeaveGroupInput, { description: 'Whom, and out of which.' }) input: PreviewLeaveGroupInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof PreviewOperationResult> {
    const result = await context.mutate('previewLeaveGroup', input, ofGroup(input, (transaction, known) => previewLeaveGroup(transaction, context.caller, known)));
    return answer(context, result, async ({ id }) => (await readOperation(context, id))!);
  }

  @Guarded('DIRECTORY_EDIT')
  @Mutation(() => PreviewGroupRuleResult, {
    description: 'Previews a rule: its rows JOIN or LEAVE. `commitOperation` gives it to the group, or makes the group; it then holds for whoever is there and whoever comes.',
  })
  async previewGroupRule(
    @Arg('input', () => PreviewGroupRuleInput, { description: 'Which rule, and of which group.' }) input: PreviewGroupRuleInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof PreviewGroupRuleResult> {
    const result = await context.mutate('previewGroupRule', input, (transaction) => previewGroupRule(transaction, context.caller, input));
    return answer(context, result, async ({ id }) => (await readOperation(context, id))!);
  }

  @Guarded('DIRECTORY_EDIT')
  @Mutation(() => PreviewOperationResult, {
    description: 'Begins the analysis of a list of people, by job number, e-mail address or external id. Watch `operationProgress`; its rows are JOINS, ALREADY_IN or ERROR, and `commitOperation` brings them in.',
  })
  async previewGroupImport(
    @Arg('input', () => PreviewGroupImportInput, { description: 'Which list, and into which group.' }) input: PreviewGroupImportInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof PreviewOperationResult> {
    const result = await context.mutate('previewGroupImport', input, (transaction) => previewGroupImport(transaction, input));
    return answer(context, result, async ({ id }) => (await readOperation(context, id))!);
  }
}

async function change(context: RequestContext, act: string, input: MutationInput, work: (transaction: Transaction) => Promise<Outcome<{ id: string }>>): Promise<typeof GroupResult> {
  return answer(context, await context.mutate(act, input, work), async ({ id }) => (await readGroup(context, id))!);
}

/** What is no id is no group. */
function ofGroup<Input extends { readonly groupId: string }>(
  input: Input,
  work: (transaction: Transaction, input: Input) => Promise<Outcome<{ id: string }>>,
): (transaction: Transaction) => Promise<Outcome<{ id: string }>> {
  const groupId = readId(input.groupId);
  return async (transaction) => (groupId ? work(transaction, { ...input, groupId }) : refuseWith('NOT_FOUND'));
}
