import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { answer, present } from '../../platform/graphql/answer.ts';
import { Guarded } from '../../platform/graphql/guard.ts';
import { readId } from '../../platform/graphql/scalars.ts';
import type { RequestContext } from '../../platform/request/request-context.ts';
import { refuseWith } from '../../platform/request/user-problem.ts';
import { removeView, saveView } from './save-view.ts';
import { findSavedViews } from './saved-view.queries.ts';
import { RemoveViewInput, RemoveViewResult, SavedView, SavedViewPageEnum, SaveViewInput, SaveViewResult, ViewRemoved } from './saved-view.type.ts';

/** Lists as the person who is signed in keeps them. */
@Resolver()
export class SavedViewResolver {
  @Guarded('PERSON')
  @Query(() => [SavedView], { description: 'One’s own views of a list, in the order of their names.' })
  async savedViews(@Arg('page', () => SavedViewPageEnum, { description: 'Of which list.' }) page: SavedViewPageEnum, @Ctx() context: RequestContext): Promise<SavedView[]> {
    const views = await context.read((transaction) => findSavedViews(transaction, context.caller.actor.id, page));
    return views.map((view) => present(SavedView, view as SavedView));
  }

  @Guarded('PERSON')
  @Mutation(() => SaveViewResult, { description: 'Keeps a list as it is narrowed, or changes what is kept.' })
  async saveView(@Arg('input', () => SaveViewInput, { description: 'What.' }) input: SaveViewInput, @Ctx() context: RequestContext): Promise<typeof SaveViewResult> {
    const { id, page, name, query } = input;
    const known = id ? readId(id) : null;
    const result = await context.mutate('saveView', input, async (transaction) =>
      known === undefined ? refuseWith('NOT_FOUND') : saveView(transaction, context.caller.actor.id, { id: known, page, name, query }),
    );
    return answer(context, result, (view) => present(SavedView, view as SavedView));
  }

  @Guarded('PERSON')
  @Mutation(() => RemoveViewResult, { description: 'Forgets one’s own view of a list.' })
  async removeView(@Arg('input', () => RemoveViewInput, { description: 'Which.' }) input: RemoveViewInput, @Ctx() context: RequestContext): Promise<typeof RemoveViewResult> {
    const id = readId(input.id);
    const result = await context.mutate('removeView', input, async (transaction) => (id ? removeView(transaction, context.caller.actor.id, id) : refuseWith('NOT_FOUND')));
    return answer(context, result, (removed) => present(ViewRemoved, { ...removed }));
  }
}
