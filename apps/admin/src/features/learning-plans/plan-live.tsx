import { useApolloClient } from '@apollo/client/react';
import { readAgain } from '@milepost/web/apollo/read-again.ts';
import { useLive } from '@milepost/web/apollo/use-live.ts';
import { PlanChangedDocument } from './plan-page.generated.ts';

/** The only subscriber of a plan: it is an entity of the cache, so whoever shows it sees it move; the list of its versions is read again. */
export function PlanLive({ id }: { id: string }) {
  const client = useApolloClient();
  useLive({ document: PlanChangedDocument, variables: { id }, cursorOf: () => null, onEvent: () => readAgain(client, ['PlanVersions']) });
  return null;
}
