import { documentId } from '@milepost/web/apollo/document-id.ts';
import { followLive } from '@milepost/web/apollo/follow-live.ts';
import type { LiveSocket } from '@milepost/web/apollo/live-socket.ts';
import { operationName } from '@milepost/web/apollo/operation-name.ts';
import { MyLearningChangedDocument, type MyLearningChangedSubscription } from './my-learning-changed.generated.ts';

const request = { documentId: documentId(MyLearningChangedDocument), operationName: operationName(MyLearningChangedDocument) };

/** Calls `onChange` whenever something of the person's learning changed after the cursor, however often the line breaks; returns how to stop. */
export function followMyLearning(from: string | undefined, onChange: () => void, socket: LiveSocket): () => void {
  return followLive<MyLearningChangedSubscription>({
    from,
    cursorOf: (data) => data.myLearningChanged.cursor,
    onEvent: onChange,
    onGap: onChange,
    open: (after, sink) =>
      socket.subscribe(
        { ...request, variables: { after } },
        {
          next: ({ data, errors }) => (errors || !data ? sink.end(errors) : sink.next(data as MyLearningChangedSubscription)),
          error: ({ errors }) => sink.end(errors),
          complete: () => sink.end(),
        },
      ),
  });
}
