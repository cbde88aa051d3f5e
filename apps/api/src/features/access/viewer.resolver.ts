import { Ctx, Query, Resolver } from 'type-graphql';
import { Guarded } from '../../platform/graphql/guard.ts';
import type { RequestContext } from '../../platform/request/request-context.ts';
import { Viewer } from './viewer.type.ts';

@Resolver()
export class ViewerResolver {
  @Guarded('SIGNED_IN')
  @Query(() => Viewer, { description: 'Who makes this request, and what they may do.' })
  viewer(@Ctx() { caller, locale }: RequestContext): Viewer {
    const { actor, organizationId, timeZone, acts } = caller;
    return { id: actor.id, kind: actor.kind, organizationId, locale, timeZone, acts: [...acts] };
  }
}
