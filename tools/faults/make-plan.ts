import type { ApiUser } from './api-user.ts';

interface Draft {
  readonly id: string;
  readonly draftVersion: { readonly rowVersion: number; readonly milestones: readonly { readonly key: string }[] } | null;
}

/** Makes and publishes a plan of one milestone with one article, which nobody has; answers its id. */
export async function makePlan(admin: ApiUser): Promise<string> {
  const article = await act<{ id: string }>(admin, 'createModule', 'CreateModuleInput', '... on LearningObject { id }', {
    name: 'An article',
    content: { kind: 'ARTICLE', article: 'Read this.' },
  });
  const edit = (mutation: string, input: string, values: object): Promise<Draft> =>
    act<Draft>(admin, mutation, input, '... on LearningPlan { id draftVersion { rowVersion milestones { key } } }', values);
  const where = ({ id, draftVersion }: Draft): object => ({ planId: id, rowVersion: draftVersion?.rowVersion });
  const plan = await edit('createLearningPlan', 'CreateLearningPlanInput', { name: 'For everybody', preset: 'LEARNING_PLAN' });
  const withStep = await edit('addMilestone', 'AddMilestoneInput', { ...where(plan), milestone: { name: 'Read', units: '1' } });
  const filled = await edit('setMilestoneItems', 'SetMilestoneItemsInput', {
    ...where(withStep),
    milestoneKey: withStep.draftVersion?.milestones.at(-1)?.key,
    items: [{ learningObjectId: article.id }],
  });
  return (await edit('publishLearningPlan', 'PublishLearningPlanInput', where(filled))).id;
}

/** One mutation, which has to succeed. */
export async function act<Value>(user: ApiUser, mutation: string, inputType: string, selection: string, input: object): Promise<Value> {
  const answer = await user.ask<Record<string, Value & { problems?: unknown }>>(
    `mutation ($input: ${inputType}!) { ${mutation}(input: $input) { ${selection} ... on Refusal { problems { code } } } }`,
    { input },
  );
  const value = answer[mutation];
  if (!value || value.problems) throw new Error(`${mutation}: ${JSON.stringify(value)}`);
  return value;
}
