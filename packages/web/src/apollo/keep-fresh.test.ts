import { afterEach, expect, test } from '@jest/globals';
import { ApolloLink, gql, type ObservableQuery } from '@apollo/client';
import { waitFor } from '@testing-library/dom';
import { Observable } from 'rxjs';
import { pageLanguage, setPageLanguage } from '../i18n/page-language.ts';
import { tellSignedInAgain } from './connection-store.ts';
import { keepFresh } from './keep-fresh.ts';
import { makeClient } from './make-client.ts';

const why = gql`query Why($id: ID!) { plan(id: $id) { id why } }`;
const sentences: Record<string, string> = { en: 'Assigned to you.', 'zh-CN': '分配给您。' };
const stops: (() => void)[] = [];
afterEach(() => stops.splice(0).forEach((stop) => stop()));

/** A client whose server speaks the language of the page; what is watched, what is shown of it, and what was asked. */
function setup() {
  setPageLanguage('en');
  const asked: string[] = [];
  const link = new ApolloLink(
    ({ variables }) =>
      new Observable((observer) => {
        asked.push(`${variables['id']} in ${pageLanguage()}`);
        observer.next({ data: { plan: { __typename: 'Plan', id: variables['id'], why: sentences[pageLanguage()] } } });
        observer.complete();
      }),
  );
  const client = makeClient({}, { http: link, ws: link });
  stops.push(keepFresh(client));
  const watch = (id: string) => {
    const shown: unknown[] = [];
    const query: ObservableQuery<{ plan: { why: string } }> = client.watchQuery({ query: why, variables: { id } });
    const subscription = query.subscribe(({ data }) => shown.push(data?.plan?.why));
    return { shown, leave: () => subscription.unsubscribe() };
  };
  return { asked, watch };
}

test('another language: what is shown is read again and never missing meanwhile, and what was read before is not shown any more', async () => {
  const { asked, watch } = setup();
  const left = watch('left');
  await waitFor(() => expect(left.shown.at(-1)).toBe('Assigned to you.'));
  left.leave();
  const open = watch('open');
  await waitFor(() => expect(open.shown.at(-1)).toBe('Assigned to you.'));
  const before = open.shown.length;
  setPageLanguage('zh-CN');
  await waitFor(() => expect(open.shown.at(-1)).toBe('分配给您。'));
  expect(open.shown.slice(before)).not.toContain(undefined);
  expect(asked).toEqual(['left in en', 'open in en', 'open in zh-CN']);
  const back = watch('left');
  await waitFor(() => expect(back.shown.at(-1)).toBe('分配给您。'));
  expect(back.shown).not.toContain('Assigned to you.');
  open.leave();
  back.leave();
});

test('signed in again: what is shown is read again, and the rest stays at hand', async () => {
  const { asked, watch } = setup();
  const left = watch('left');
  left.leave();
  const open = watch('open');
  tellSignedInAgain();
  await waitFor(() => expect(asked).toEqual(['left in en', 'open in en', 'open in en']));
  const back = watch('left');
  await waitFor(() => expect(back.shown.at(-1)).toBe('Assigned to you.'));
  expect(asked).toHaveLength(3);
  open.leave();
  back.leave();
});
