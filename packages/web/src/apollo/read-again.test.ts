import { ApolloClient, ApolloLink, gql, InMemoryCache } from '@apollo/client';
import { expect, test } from '@jest/globals';
import { Observable } from 'rxjs';
import { readAgain } from './read-again.ts';

const query = gql`
  query Count {
    count
  }
`;

/** A server whose answers are taken when they are asked for, and arrive when they are let go. */
function slowServer() {
  const waiting: (() => void)[] = [];
  const state = { count: 1 };
  const link = new ApolloLink(
    () =>
      new Observable((observer) => {
        const { count } = state;
        waiting.push(() => {
          observer.next({ data: { count } });
          observer.complete();
        });
      }),
  );
  const client = new ApolloClient({ cache: new InMemoryCache(), link });
  const shown: unknown[] = [];
  client.watchQuery({ query }).subscribe(({ data }) => shown.push((data as { count?: number } | undefined)?.count));
  /** Lets the oldest answer go, and everything that follows from it happen. */
  const answer = async (): Promise<void> => {
    waiting.shift()!();
    // What follows from an answer follows in this turn; the next one begins behind it.
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { state, client, shown, waiting, answer };
}

test('what changes while a query is first read is read, though its answer is still on its way', async () => {
  const { state, client, shown, answer } = slowServer();
  state.count = 2;
  readAgain(client, 'active');
  await answer();
  await answer();
  expect(shown.at(-1)).toBe(2);
});

test('what changes while a query is read again has it read once more, however often it changed', async () => {
  const { state, client, shown, waiting, answer } = slowServer();
  await answer();
  for (const count of [2, 3, 4]) {
    state.count = count;
    readAgain(client, 'active');
  }
  expect(waiting.length).toBe(1);
  await answer();
  await answer();
  expect([shown.at(-1), waiting.length]).toEqual([4, 0]);
});
