import type { Failure } from '@milepost/web/ui/error-state.tsx';
import { useState } from 'react';
import type { OperationPartsFragment } from './operation.generated.ts';
import { useCommitOperation } from './use-commit-operation.ts';

/** A commit that is asked about first: whether it is being asked, and what came of it. After a stale one the preview has been made anew. */
export function useAskedCommit(operation: OperationPartsFragment) {
  const commitOperation = useCommitOperation();
  const [asking, setAsking] = useState(false);
  const [stale, setStale] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const commit = async () => {
    setFailure(undefined);
    setStale(false);
    const committed = await commitOperation(operation);
    setAsking(false);
    if (committed.is === 'STALE') setStale(true);
    if (committed.is === 'FAILED') setFailure(committed.failure);
  };
  return { asking, ask: () => setAsking(true), dismiss: () => setAsking(false), commit, stale, failure, setFailure };
}
