import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { ApolloLink } from '@apollo/client/link';
import { Observable } from 'rxjs';
import { documentId } from './document-id.ts';
import { makeLiveSocket } from './live-socket.ts';

/** Carries Apollo's subscriptions over a socket of trusted documents. */
export function makeWsLink(socket = makeLiveSocket()): ApolloLink {
  return new ApolloLink(
    (operation) =>
      new Observable((observer) =>
        socket.subscribe(
          { documentId: documentId(operation.query), operationName: operation.operationName, variables: operation.variables },
          {
            next: (result) => observer.next(result as ApolloLink.Result),
            error: ({ errors, cause }) => observer.error(errors ? new CombinedGraphQLErrors({ errors: [...errors] as never }) : cause),
            complete: () => observer.complete(),
          },
        ),
      ),
  );
}
