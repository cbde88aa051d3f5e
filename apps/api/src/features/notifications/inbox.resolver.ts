import { sayNotice } from '@milepost/domain';
import { Arg, Args, Ctx, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql';
import { followState } from '../../platform/events/follow-state.ts';
import { present } from '../../platform/graphql/answer.ts';
import { checkPageSize, PageArgs, readPageCursor, toConnection, type Connection } from '../../platform/graphql/connection.ts';
import { Guarded } from '../../platform/graphql/guard.ts';
import { readId } from '../../platform/graphql/scalars.ts';
import type { RequestContext } from '../../platform/request/request-context.ts';
import { countUnread, findInbox } from './inbox.queries.ts';
import { InboxMessage, InboxMessageConnection, InboxState, NoticeTypeEnum, ReadInboxInput } from './inbox.type.ts';
import { readInbox } from './read-inbox.ts';

/** What a person was told, and has read; nobody else's (C18). */
@Resolver()
export class InboxResolver {
  @Guarded('PERSON')
  @Query(() => InboxMessageConnection, { description: 'What the person who is signed in was told, the newest first.' })
  async inbox(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('unreadOnly', () => Boolean, { defaultValue: false, description: 'Only what they have not read.' }) unreadOnly: boolean,
    @Ctx() context: RequestContext,
  ): Promise<Connection<InboxMessage>> {
    checkPageSize(page.first);
    const after = readPageCursor(page.after, ['instant', 'id']);
    const found = await context.read((transaction) => findInbox(transaction, context.caller.actor.id, unreadOnly, page.first, after));
    return toConnection(found, (row) => present(InboxMessage, { ...row, type: NoticeTypeEnum[row.type], message: sayNotice(row, context.locale) }));
  }

  @Guarded('PERSON')
  @Query(() => InboxState, { description: 'How the inbox of the person who is signed in is.' })
  inboxState(@Ctx() context: RequestContext): Promise<InboxState> {
    return readState(context);
  }

  @Guarded('PERSON')
  @Mutation(() => InboxState, { description: 'Notes that messages were read, in all windows of the person.' })
  async readInbox(@Arg('input', () => ReadInboxInput, { description: 'Which.' }) input: ReadInboxInput, @Ctx() context: RequestContext): Promise<InboxState> {
    const ids = input.ids?.flatMap((id) => readId(id) ?? []) ?? null;
    const result = await context.mutate('readInbox', input, async (transaction) => ({ ok: true, value: await readInbox(transaction, context.caller.actor.id, ids) }));
    return result.ok ? present(InboxState, { unread: result.value }) : readState(context);
  }

  @Guarded('PERSON')
  @Subscription(() => InboxState, {
    description: 'How the inbox is now, and again whenever something came or was read.',
    subscribe: ({ context }) => watchInbox(context as RequestContext),
  })
  inboxChanged(@Root() state: InboxState): InboxState {
    return state;
  }
}

async function readState(context: RequestContext): Promise<InboxState> {
  return present(InboxState, { unread: await context.read((transaction) => countUnread(transaction, context.caller.actor.id)) });
}

function watchInbox(context: RequestContext): AsyncIterableIterator<InboxState> {
  const { id } = context.caller.actor;
  return followState(context, {
    changedBy: ({ type, ids }) => type === 'inbox.changed' && (ids.personId === undefined || ids.personId === id),
    read: () => readState(context),
  });
}
