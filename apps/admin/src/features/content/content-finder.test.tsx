import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { axeFindings } from '@milepost/web/testing/axe.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { setupServer } from 'msw/node';
import { connectionOf, renderAdmin, reply } from '../../testing/render-admin.tsx';
import { ContentFinderDocument, type ContentFinderQueryVariables, type FoundContentFragment, LibraryChoicesDocument } from './content-finder.generated.ts';
import { ContentFinder } from './content-finder.tsx';

const server = setupServer();
beforeAll(() => server.listen());
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

interface Stored extends FoundContentFragment {
  readonly language: string;
  readonly creditTypes: readonly string[];
}
const stored = (id: string, name: string, language: string, ...creditTypes: string[]): Stored => ({ __typename: 'LearningObject', id, name, kind: 'COURSE', status: 'ACTIVE', durationMinutes: null, language, creditTypes });
const library = [stored('c1', 'Ladders', 'en', 'CPE'), stored('c2', 'Ropes', 'en'), stored('c3', '梯子', 'zh-CN', 'CPE')];

type Filter = ContentFinderQueryVariables['filter'];
const isAny = (wanted: readonly string[] | null | undefined, values: readonly string[]) => !wanted?.length || values.some((value) => wanted.includes(value));
const found = (filter: Filter) =>
  library.filter(({ name, language, creditTypes }) => name.includes(filter?.search ?? '') && isAny(filter?.languages, [language]) && isAny(filter?.creditTypes, creditTypes));
const facet = (values: readonly string[]) =>
  [...new Set(values)].map((value) => ({ __typename: 'LearningObjectFacet' as const, value, count: values.filter((each) => each === value).length }));
const listed = reply(ContentFinderDocument, ({ filter, first, after }) => {
  const rows = found(filter);
  const from = after ? rows.findIndex(({ id }) => id === after) + 1 : 0;
  // The API's pages are of thirty; here of two, so that there is a second one.
  const page = rows.slice(from, from + Math.min(first, 2));
  const connection = connectionOf('LearningObjectConnection', 'LearningObjectEdge', ...page);
  return { learningObjects: { ...connection, pageInfo: { ...connection.pageInfo, hasNextPage: from + page.length < rows.length, endCursor: page.at(-1)?.id ?? null } } };
});
const chosen = reply(LibraryChoicesDocument, ({ filter }) => ({
  learningObjectFacets: {
    __typename: 'LearningObjectFacets' as const,
    languages: facet(found({ ...filter, languages: [] }).map(({ language }) => language)),
    creditTypes: facet(found({ ...filter, creditTypes: [] }).flatMap(({ creditTypes }) => creditTypes)),
  },
}));

const added: string[][] = [];
const open = (replies: Parameters<typeof renderAdmin>[2] = [listed, chosen], language: 'en' | 'zh-CN' = 'en') => {
  added.length = 0;
  const finder = <ContentFinder opened title="Link content" linked={new Set(['c2'])} onAdd={(content) => added.push(content.map(({ id }) => id))} onClose={() => {}} />;
  return renderAdmin(server, finder, replies, { language });
};
const names = () => within(screen.getByRole('list', { name: 'Found content' })).getAllByRole('listitem').map((row) => row.querySelector('label')?.textContent);

test('while the library is on its way its rows stand in the form that they will have', async () => {
  await open([{ ...listed, answer: () => new Promise(() => {}) }, chosen]);
  expect((await screen.findAllByText('Loading…')).length).toBeGreaterThan(0);
  expect(screen.queryByRole('list', { name: 'Found content' })).toBeNull();
  expect(screen.queryByText('The library is empty')).toBeNull();
});

test('a library that could not be read is asked for again', async () => {
  const { user, answer } = await open([]);
  const alert = await screen.findByRole('alert');
  answer(listed);
  await user.click(within(alert).getByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(names()).toEqual(['Ladders', 'Ropes']));
});

test('an empty library says where content is made; there is nothing to filter or to clear', async () => {
  await open([{ ...listed, answer: () => ({ learningObjects: connectionOf('LearningObjectConnection', 'LearningObjectEdge') }) }]);
  expect(await screen.findByRole('heading', { name: 'The library is empty' })).toBeInTheDocument();
  expect(screen.getByText('Create courses under Content first.')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Clear filters' })).toBeNull();
  expect(screen.queryByRole('combobox')).toBeNull();
});

test('content is found by language and credits, page by page, and what was chosen before is linked with it [L30]', async () => {
  const { user, sent } = await open();
  await user.click(await screen.findByRole('checkbox', { name: 'Ladders' }));
  expect(screen.getByRole('checkbox', { name: 'Ropes' })).toBeDisabled();
  await user.click(await screen.findByRole('combobox', { name: 'Credits' }));
  await user.click(await screen.findByRole('option', { name: 'CPE (2)' }));
  await waitFor(() => expect(names()).toEqual(['Ladders', '梯子']));
  await user.click(screen.getByRole('combobox', { name: 'Language' }));
  await user.click(await screen.findByRole('option', { name: 'Chinese (China) (1)' }));
  await waitFor(() => expect(names()).toEqual(['梯子']));
  expect(sent(ContentFinderDocument).at(-1)).toMatchObject({ filter: { languages: ['zh-CN'], creditTypes: ['CPE'] } });
  expect(await axeFindings(screen.getByRole('dialog'))).toEqual([]);
  await user.click(screen.getByRole('checkbox', { name: '梯子' }));
  await user.click(screen.getByRole('button', { name: 'Link 2' }));
  expect(added).toEqual([['c1', 'c3']]);
});

test('filters hold while more is read, and are cleared together with the search [L30]', async () => {
  const { user, sent } = await open();
  await user.click(await screen.findByRole('combobox', { name: 'Language' }));
  await user.click(await screen.findByRole('option', { name: 'English (2)' }));
  await user.click(await screen.findByRole('option', { name: 'Chinese (China) (1)' }));
  await user.click(await screen.findByRole('button', { name: 'Load more' }));
  await waitFor(() => expect(names()).toEqual(['Ladders', 'Ropes', '梯子']));
  expect(sent(ContentFinderDocument).at(-1)).toMatchObject({ after: 'c2', filter: { languages: ['en', 'zh-CN'] } });

  const search = screen.getByRole('searchbox', { name: 'Search the library' });
  await user.type(search, 'Nowhere');
  expect(await screen.findByRole('heading', { name: 'Nothing in the library matches' })).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Clear filters' }));
  await waitFor(() => expect(sent(ContentFinderDocument).at(-1)).toMatchObject({ filter: { search: null, languages: [], creditTypes: [] } }));
  expect(search).toHaveValue('');
  expect(search).toHaveFocus();
  expect(screen.queryByRole('button', { name: 'Clear filters' })).toBeNull();
});

test('what is chosen can be taken away where the other filters leave none of it [L30]', async () => {
  const { user } = await open();
  await user.click(await screen.findByRole('combobox', { name: 'Language' }));
  await user.click(await screen.findByRole('option', { name: 'Chinese (China) (1)' }));
  await user.type(screen.getByRole('searchbox', { name: 'Search the library' }), 'Ladders');
  await screen.findByRole('heading', { name: 'Nothing in the library matches' });
  await user.click(screen.getByRole('combobox', { name: 'Language' }));
  await user.click(await screen.findByRole('option', { name: 'Chinese (China) (0)' }));
  await waitFor(() => expect(names()).toEqual(['Ladders']));
});

test('the finder speaks Chinese', async () => {
  const { user } = await open([listed, chosen], 'zh-CN');
  await user.click(await screen.findByRole('combobox', { name: '语言' }));
  expect(await screen.findByRole('option', { name: /（2）$/ })).toBeInTheDocument();
  expect(screen.getByRole('combobox', { name: '学分类型' })).toBeInTheDocument();
});
