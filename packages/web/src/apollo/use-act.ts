import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useCallback } from 'react';
import type { Failure } from '../ui/error-state.tsx';
import { failureOf } from './failure-of.ts';

/** What became of a mutation: the server's answer, which may be a refusal, or no answer at all. */
export type Answer<Data> = { readonly is: 'ANSWERED'; readonly data: Data } | { readonly is: 'FAILED'; readonly failure: Failure };

/** What stands in the way, as every refusal of the API tells it. */
export interface RefusalProblem {
  readonly code: string;
  readonly message: string;
  readonly field?: string | null;
}

type Act = <Data, Variables extends OperationVariables & { input: object }>(document: TypedDocumentNode<Data, Variables>, input: Variables['input']) => Promise<Answer<Data>>;

/** Sends a mutation whose only variable is `input`; never throws. Give the same `clientMutationId` again to repeat an act that got no answer: it has one effect. */
export function useAct(): Act {
  const client = useApolloClient();
  return useCallback<Act>(
    async (mutation, input) => {
      try {
        const { data } = await client.mutate({ mutation, variables: { input: { clientMutationId: crypto.randomUUID(), ...input } } as never });
        if (!data) throw new Error('The server answered nothing.');
        return { is: 'ANSWERED', data: data };
      } catch (error) {
        return { is: 'FAILED', failure: failureOf(error, 'mutation') };
      }
    },
    [client],
  );
}

/** The problems of an answer that is a refusal; none of one that is not. */
export function problemsOf(result: { readonly problems?: readonly RefusalProblem[] } | object): readonly RefusalProblem[] {
  return ('problems' in result && result.problems) || [];
}
