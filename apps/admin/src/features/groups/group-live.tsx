import { useApolloClient } from '@apollo/client/react';
import { useLive } from '@milepost/web/apollo/use-live.ts';
import { useRef } from 'react';
import { GroupMovesDocument } from './groups.generated.ts';

/** The only subscriber of a group: it is an entity of the cache, so whoever shows it sees it move; its list of people is read again. */
export function GroupLive({ id }: { id: string }) {
  const client = useApolloClient();
  const seen = useRef(false);
  useLive({
    document: GroupMovesDocument,
    variables: { id },
    cursorOf: () => null,
    onEvent: () => {
      // The first tells what is read already.
      if (seen.current) void client.refetchQueries({ include: ['GroupMembers'] });
      seen.current = true;
    },
  });
  return null;
}
