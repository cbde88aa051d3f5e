import { useApolloClient } from '@apollo/client/react';
import { problemsOf, useAct } from '@milepost/web/apollo/use-act.ts';
import type { Failure } from '@milepost/web/ui/error-state.tsx';
import { useCallback } from 'react';
import { CommitOperationDocument, type OperationPartsFragment, RunningOperationsDocument } from './operation.generated.ts';

/** What a commit came to: on its way, refused because the preview no longer holds (the new one is there), or not done. */
export type Committed = { readonly is: 'COMMITTED' } | { readonly is: 'STALE' } | { readonly is: 'FAILED'; readonly failure: Failure };

/** Commits what was previewed, or goes on with what was given up on the way, exactly as it was seen. */
export function useCommitOperation(): (operation: Pick<OperationPartsFragment, 'id' | 'previewHash'>) => Promise<Committed> {
  const client = useApolloClient();
  const act = useAct();
  return useCallback(
    async ({ id, previewHash }) => {
      const answer = await act(CommitOperationDocument, { operationId: id, previewHash: previewHash ?? '' });
      if (answer.is === 'FAILED') return answer;
      const result = answer.data.commitOperation;
      if (result.__typename === 'StalePreview') return { is: 'STALE' };
      if (result.__typename !== 'Operation') {
        return { is: 'FAILED', failure: { kind: 'OTHER', text: problemsOf(result).map((problem) => problem.message).join(' '), lost: 'NOTHING' } };
      }
      await client.refetchQueries({ include: [RunningOperationsDocument] });
      return { is: 'COMMITTED' };
    },
    [client, act],
  );
}
