import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { gql } from '@apollo/client';
import { waitFor } from '@testing-library/dom';
import type { DocumentNode } from 'graphql';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { onSessionExpired } from '../session/session-signal.ts';
import { failureOf } from './failure-of.ts';
import { connectionState, tellReachable } from './connection-store.ts';
import { makeHttpLink } from './http-link.ts';
import { connectionField, makeClient } from './make-client.ts';

const server = setupServer();
beforeAll(() => server.listen());
afterEach(() => {
  server.resetHandlers();
  tellReachable();
});
afterAll(() => server.close());

const trusted = (document: DocumentNode, id: string): DocumentNode => Object.assign(document, { __meta__: { id } });
const plans = trusted(gql`query Plans($first: Int) { plans(first: $first) { id } }`, 'hash-of-plans');
const rename = trusted(gql`mutation Rename($name: String!) { rename(name: $name) { id } }`, 'hash-of-rename');
const client = () => makeClient({}, { http: makeHttpLink('http://localhost/graphql'), ws: makeHttpLink('http://localhost/never') });
const graphql = (...replies: (() => Response)[]) => {
  const bodies: unknown[] = [];
  server.use(
    http.post('http://localhost/graphql', async ({ request }) => {
      bodies.push(await request.json());
      return (replies[Math.min(bodies.length, replies.length) - 1] ?? HttpResponse.error)();
    }),
  );
  return bodies;
};
const ok = () => HttpResponse.json({ data: { plans: [{ __typename: 'Plan', id: '1' }] } });

test('only the id of a trusted document is sent, never its text', async () => {
  const bodies = graphql(ok);
  const { data } = await client().query({ query: plans, variables: { first: 5 } });
  expect(data).toEqual({ plans: [{ __typename: 'Plan', id: '1' }] });
  expect(bodies).toEqual([{ documentId: 'hash-of-plans', operationName: 'Plans', variables: { first: 5 } }]);
});

test('messages are asked for in the language that the page is in', async () => {
  const asked: (string | null)[] = [];
  server.use(
    http.post('http://localhost/graphql', ({ request }) => {
      asked.push(request.headers.get('accept-language'));
      return ok();
    }),
  );
  const before = document.documentElement.lang;
  for (const lang of ['zh-CN', 'en']) {
    document.documentElement.lang = lang;
    await client().query({ query: plans });
  }
  document.documentElement.lang = before;
  expect(asked).toEqual(['zh-CN', 'en']);
});

test('a document without an id is refused before anything is sent', async () => {
  const bodies = graphql(ok);
  await expect(client().query({ query: gql`query Free { plans { id } }` })).rejects.toThrow(/no id/);
  expect(bodies).toEqual([]);
});

test('a query is tried again when the line breaks or the server is busy; a mutation never is', async () => {
  const forQuery = graphql(HttpResponse.error, () => new HttpResponse('', { status: 503 }), ok);
  await client().query({ query: plans });
  expect(forQuery).toHaveLength(3);
  const forMutation = graphql(HttpResponse.error, ok);
  const failed: unknown = await client().mutate({ mutation: rename, variables: { name: 'x' } }).catch((error: unknown) => error);
  expect(forMutation).toHaveLength(1);
  expect(failureOf(failed, 'mutation')).toEqual({ kind: 'NETWORK', lost: 'UNSURE' });
  expect(connectionState()).toBe('OFFLINE');
});

test('a 401 asks for a new sign-in', async () => {
  let told = 0;
  const stop = onSessionExpired(() => (told += 1));
  graphql(() => HttpResponse.json({ errors: [{ message: 'Sign in', extensions: { code: 'UNAUTHENTICATED' } }] }, { status: 401 }));
  await expect(client().query({ query: plans })).rejects.toThrow();
  stop();
  expect(told).toBe(1);
});

test('a masked fault of the server is told with its trace id', async () => {
  graphql(() => HttpResponse.json({ errors: [{ message: 'Internal', extensions: { traceId: '4bf9' } }] }));
  const failed: unknown = await client().query({ query: plans }).catch((error: unknown) => error);
  expect(failureOf(failed)).toEqual({ kind: 'SERVER', lost: 'NOTHING', traceId: '4bf9' });
});

test('what the reader may not do is no fault of ours', async () => {
  graphql(() => HttpResponse.json({ errors: [{ message: 'You are not allowed to do this.', extensions: { code: 'FORBIDDEN' } }] }));
  const failed: unknown = await client().query({ query: plans }).catch((error: unknown) => error);
  expect(failureOf(failed)).toEqual({ kind: 'FORBIDDEN', lost: 'NOTHING' });
});

test('pages of a connection join into one list, per set of other arguments', async () => {
  const people = trusted(gql`query People($after: String, $status: String) { people(after: $after, status: $status) { edges { cursor node { id } } pageInfo { hasNextPage endCursor } } }`, 'p');
  const page = (id: string, more: boolean) => () =>
    HttpResponse.json({ data: { people: { __typename: 'PersonConnection', edges: [{ __typename: 'PersonEdge', cursor: id, node: { __typename: 'Person', id } }], pageInfo: { __typename: 'PageInfo', hasNextPage: more, endCursor: id } } } });
  graphql(page('1', true), page('2', false));
  const withPages = makeClient({ Query: { fields: { people: connectionField() } } }, { http: makeHttpLink('http://localhost/graphql'), ws: makeHttpLink('http://localhost/never') });
  const list = withPages.watchQuery<{ people: { edges: { node: { id: string } }[] } }>({ query: people, variables: { status: 'OPEN' } });
  const idsOf = (result: typeof shown) => (result.data?.people?.edges ?? []).map((edge) => edge?.node?.id);
  let shown = list.getCurrentResult();
  const subscription = list.subscribe((result) => {
    shown = result;
  });
  await waitFor(() => expect(idsOf(shown)).toEqual(['1']));
  await list.fetchMore({ variables: { after: '1' } });
  await waitFor(() => expect(idsOf(shown)).toEqual(['1', '2']));
  subscription.unsubscribe();
});
