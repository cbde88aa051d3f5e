import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { ApolloLink } from '@apollo/client/link';
import { ApolloProvider } from '@apollo/client/react';
import { makeHttpLink } from '@milepost/web/apollo/http-link.ts';
import { makeClient } from '@milepost/web/apollo/make-client.ts';
import { RequireSession } from '@milepost/web/session/require-session.tsx';
import { SessionProvider } from '@milepost/web/session/session-context.tsx';
import { type RenderedApp, renderApp } from '@milepost/web/testing/render-app.tsx';
import { buildViewer, sessionIs } from '@milepost/web/testing/session-server.ts';
import { act } from '@testing-library/react';
import { type DocumentNode, Kind } from 'graphql';
import { http, HttpResponse } from 'msw';
import type { SetupServer } from 'msw/node';
import type { ReactNode } from 'react';
import { Route, Routes } from 'react-router';
import { Observable, type Subscriber } from 'rxjs';
import { cachePolicies } from '../cache-policies.ts';
import { loaders } from '../i18n/loaders.ts';

function nameOf(document: DocumentNode): string {
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  return operation?.name?.value ?? '';
}

/** How the API answers one operation. */
export interface Reply {
  readonly name: string;
  answer(variables: never): unknown;
}

/** How the API answers one operation, typed by its generated document. */
export function reply<Data, Variables extends OperationVariables>(document: TypedDocumentNode<Data, Variables>, answer: (variables: Variables) => NoInfer<Data> | Promise<NoInfer<Data>>): Reply {
  return { name: nameOf(document), answer };
}

export interface RenderedAdmin extends RenderedApp {
  /** The variables of every time that an operation was sent, in order. */
  sent<Data, Variables extends OperationVariables>(document: TypedDocumentNode<Data, Variables>): Variables[];
  /** Answers an operation otherwise from now on. */
  answer(...replies: Reply[]): void;
  /** Lets a subscription hear something. */
  tell<Data, Variables extends OperationVariables>(document: TypedDocumentNode<Data, Variables>, data: Data): void;
}

/** Renders a part of the admin's app on an API that answers as told; what is asked and not told fails the request. */
export async function renderAdmin(server: SetupServer, content: ReactNode, replies: readonly Reply[], options: { at?: string; language?: 'en' | 'zh-CN' } = {}): Promise<RenderedAdmin> {
  const known = new Map(replies.map((each) => [each.name, each]));
  const asked: { name: string; variables: unknown }[] = [];
  server.use(
    http.post('*/graphql', async ({ request }) => {
      const { operationName, variables } = (await request.json()) as { operationName: string; variables: never };
      asked.push({ name: operationName, variables });
      const found = known.get(operationName);
      if (!found) return HttpResponse.json({ errors: [{ message: `Nobody told how to answer ${operationName}` }] });
      return HttpResponse.json({ data: (await found.answer(variables)) as never });
    }),
  );
  const sockets: { name: string; socket: Subscriber<ApolloLink.Result> }[] = [];
  const ws = new ApolloLink((operation) => new Observable((socket) => void sockets.push({ name: operation.operationName ?? '', socket })));
  const client = makeClient(cachePolicies, { http: makeHttpLink(), ws });
  const view = await renderApp(<ApolloProvider client={client}>{content}</ApolloProvider>, { loaders, ...options });
  return {
    ...view,
    sent: (document) => asked.filter((each) => each.name === nameOf(document)).map((each) => each.variables as never),
    answer: (...next) => {
      for (const each of next) known.set(each.name, each);
    },
    tell: (document, data) =>
      act(() => {
        for (const { name, socket } of sockets) if (name === nameOf(document)) socket.next({ data: data as never });
      }),
  };
}

interface Page {
  /** The pattern of its path. */
  path: string;
  element: ReactNode;
  /** The address that is opened; the path where it has no parameters. */
  at?: string;
  /** What the reader may do somewhere. */
  permissions?: readonly string[];
}

/** Renders a page as the router does, for somebody who is signed in. */
export async function renderPage(server: SetupServer, { path, element, at = path, permissions = [] }: Page, replies: readonly Reply[]): Promise<RenderedAdmin> {
  server.use(sessionIs(buildViewer({ isAdmin: true, permissions: [...permissions] })));
  const page = (
    <SessionProvider>
      <RequireSession>
        <Routes>
          <Route path={path} element={element} />
          <Route path="*" element={null} />
        </Routes>
      </RequireSession>
    </SessionProvider>
  );
  return renderAdmin(server, page, replies, { at });
}

/** A connection of these rows, all there are. */
export function connectionOf<Connection extends string, Edge extends string, Node>(connection: Connection, edge: Edge, ...rows: readonly Node[]) {
  return {
    __typename: connection,
    edges: rows.map((node) => ({ __typename: edge, node })),
    pageInfo: { __typename: 'PageInfo' as const, hasNextPage: false, endCursor: null },
  };
}
