import { documentId } from '@milepost/web/apollo/document-id.ts';
import { followLive } from '@milepost/web/apollo/follow-live.ts';
import { operationName } from '@milepost/web/apollo/operation-name.ts';
import { socketOfPerson } from '@milepost/web/apollo/socket-of-person.ts';
import { InboxChangedDocument, type InboxChangedSubscription } from './inbox.generated.ts';

const request = { documentId: documentId(InboxChangedDocument), operationName: operationName(InboxChangedDocument), variables: {} };

/** Tells how many messages a person has not read: now, and whenever that changes, however often the line breaks; returns how to stop. */
export function followInbox(personId: string, tell: (unread: number) => void): () => void {
  return followLive<InboxChangedSubscription>({
    from: undefined,
    cursorOf: () => null,
    // Every connection begins with how it is: nothing can be missed.
    onGap: () => {},
    onEvent: ({ inboxChanged }) => tell(inboxChanged.unread),
    open: (_after, sink) =>
      socketOfPerson(personId).subscribe(request, {
        next: ({ data, errors }) => (errors || !data ? sink.end(errors) : sink.next(data as InboxChangedSubscription)),
        error: ({ errors }) => sink.end(errors),
        complete: () => sink.end(),
      }),
  });
}
