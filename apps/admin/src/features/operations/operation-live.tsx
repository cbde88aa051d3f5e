import { useLive } from '@milepost/web/apollo/use-live.ts';
import { OperationMovesDocument } from './operation.generated.ts';

/** The only subscriber of an operation: it is an entity of the cache, so whoever shows it sees it move. */
export function OperationLive({ id }: { id: string }) {
  useLive({ document: OperationMovesDocument, variables: { id }, cursorOf: () => null, onEvent: () => {} });
  return null;
}
