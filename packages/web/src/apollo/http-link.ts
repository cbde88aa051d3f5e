import { ApolloLink } from '@apollo/client/link';
import { ServerError } from '@apollo/client/errors';
import { Observable } from 'rxjs';
import { tellSessionExpired } from '../session/session-signal.ts';
import { tellReachable, tellUnreachable } from './connection-store.ts';
import { documentId } from './document-id.ts';

const retries = 3;
const firstRetryMs = 300;

/**
 * Sends trusted documents to `/graphql`: `{ documentId, operationName, variables }`, cookies of the same origin. A query that does
 * not reach the server, or finds it busy (502–504), is tried again, later and later; a mutation is not, its caller decides
 * (`clientMutationId` makes that safe). 401 asks the person to sign in again.
 */
export function makeHttpLink(uri = '/graphql'): ApolloLink {
  return new ApolloLink(
    (operation) =>
      new Observable((observer) => {
        const abort = new AbortController();
        const body = JSON.stringify({ documentId: documentId(operation.query), operationName: operation.operationName, variables: operation.variables });
        const tries = operation.operationType === 'query' ? retries : 0;
        send(uri, body, tries, abort.signal).then(
          (result) => {
            observer.next(result);
            observer.complete();
          },
          (error: unknown) => {
            if (!abort.signal.aborted) observer.error(error);
          },
        );
        return () => abort.abort();
      }),
  );
}

async function send(uri: string, body: string, triesLeft: number, signal: AbortSignal): Promise<ApolloLink.Result> {
  let response: Response;
  try {
    response = await fetch(uri, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json, application/json' },
      body,
      signal,
    });
  } catch (error) {
    if (signal.aborted) throw error;
    if (triesLeft === 0) {
      tellUnreachable();
      throw error;
    }
    await pause(retries - triesLeft, signal);
    return send(uri, body, triesLeft - 1, signal);
  }
  const busy = response.status >= 502 && response.status <= 504;
  if (busy && triesLeft > 0) {
    await pause(retries - triesLeft, signal);
    return send(uri, body, triesLeft - 1, signal);
  }
  if (!busy) tellReachable();
  return read(response);
}

async function read(response: Response): Promise<ApolloLink.Result> {
  const text = await response.text();
  const result = parse(text);
  const signedOut = response.status === 401 || result?.errors?.some((error) => error.extensions?.['code'] === 'UNAUTHENTICATED');
  if (signedOut) tellSessionExpired();
  if (result && (result.data !== undefined || result.errors)) return result;
  throw new ServerError(`The server answered ${response.status}`, { response, bodyText: text });
}

function parse(text: string): ApolloLink.Result | undefined {
  try {
    return JSON.parse(text) as ApolloLink.Result;
  } catch {
    return undefined;
  }
}

function pause(attempt: number, signal: AbortSignal): Promise<void> {
  const ms = firstRetryMs * 2 ** attempt * (0.5 + Math.random());
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}
