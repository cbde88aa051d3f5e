import { ApolloLink } from '@apollo/client/link';
import { ServerError } from '@apollo/client/errors';
import { Observable } from 'rxjs';
import { documentId } from './document-id.ts';
import { sendDocument } from './send-document.ts';

/**
 * Sends trusted documents to `/graphql`. A query that does not reach the server is tried again; a mutation is not, its caller
 * decides (`clientMutationId` makes that safe).
 */
export function makeHttpLink(uri = '/graphql'): ApolloLink {
  return new ApolloLink(
    (operation) =>
      new Observable((observer) => {
        const abort = new AbortController();
        const request = { documentId: documentId(operation.query), operationName: operation.operationName, variables: operation.variables };
        sendDocument(request, { uri, retry: operation.operationType === 'query', signal: abort.signal }).then(
          ({ response, text, result }) => {
            if (!result) return observer.error(new ServerError(`The server answered ${response.status}`, { response, bodyText: text }));
            observer.next(result as ApolloLink.Result);
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
