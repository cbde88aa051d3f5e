import { useApolloClient } from '@apollo/client/react';
import { readAgain } from '@milepost/web/apollo/read-again.ts';
import { useLive } from '@milepost/web/apollo/use-live.ts';
import { GroupMovesDocument } from './groups.generated.ts';

/** The only subscriber of a group: it is an entity of the cache, so whoever shows it sees it move; its list of people is read again. */
export function GroupLive({ id }: { id: string }) {
  const client = useApolloClient();
  useLive({
    document: GroupMovesDocument,
    variables: { id },
    cursorOf: () => null,
    // Also for the first, which tells how the group is now: the list may have been read before something changed.
    onEvent: () => readAgain(client, ['GroupMembers']),
  });
  return null;
}
