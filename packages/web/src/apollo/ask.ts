import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { Failure } from '../ui/error-state.tsx';
import { documentId } from './document-id.ts';
import { operationName } from './operation-name.ts';
import { sendDocument } from './send-document.ts';

/** Why `ask` has no answer, in the reader's terms. */
export class AskFailure extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.kind);
    this.failure = failure;
  }
}

/**
 * Asks one trusted query without a client and its cache: for the one page that must be there before they are loaded. Rejects with
 * `AskFailure`; nothing is lost by a query.
 */
export async function ask<Data, Variables>(document: TypedDocumentNode<Data, Variables>, variables: Variables, signal: AbortSignal): Promise<Data> {
  const request = { documentId: documentId(document), operationName: operationName(document), variables };
  const answer = await sendDocument(request, { retry: true, signal }).catch(() => {
    throw new AskFailure({ kind: 'NETWORK', lost: 'NOTHING' });
  });
  if (answer.result?.data && !answer.result.errors?.length) return answer.result.data as Data;
  const traceId = answer.result?.errors?.map((error) => error.extensions?.['traceId']).find((id) => typeof id === 'string');
  throw new AskFailure({ kind: 'SERVER', lost: 'NOTHING', ...(traceId ? { traceId } : {}) });
}
