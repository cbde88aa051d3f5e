import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { axeFindings } from '@milepost/web/testing/axe.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { setupServer } from 'msw/node';
import {
  type ContentItemPartsFragment,
  ContentItemDocument,
  ContentListDocument,
  type ContentRowFragment,
  CreateCourseDocument,
  CreateModuleDocument,
} from '../features/content/content.generated.ts';
import { LibraryChoicesDocument } from '../features/content/content-finder.generated.ts';
import { connectionOf, renderPage, reply } from '../testing/render-admin.tsx';
import { uploadsAre } from '../testing/upload-server.ts';
import { ContentItemPage } from './content-item-page.tsx';
import { ContentPage } from './content-page.tsx';

const server = setupServer();
beforeAll(() => server.listen());
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const buildRow = (overrides: Partial<ContentRowFragment> = {}): ContentRowFragment => ({
  __typename: 'LearningObject',
  id: 'c1',
  name: 'Phishing',
  kind: 'COURSE',
  contentKind: null,
  status: 'ACTIVE',
  language: 'en',
  durationMinutes: 80,
  ...overrides,
});
const buildItem = (overrides: Partial<ContentItemPartsFragment> = {}): ContentItemPartsFragment => ({
  ...buildRow(),
  description: '',
  rowVersion: 1,
  article: null,
  url: null,
  completionRule: null,
  completionPercent: null,
  file: null,
  credits: [],
  modules: [],
  viewerCan: { __typename: 'LearningObjectAbilities', edit: true },
  ...overrides,
});
const list = (...rows: ContentRowFragment[]) => ({ learningObjects: connectionOf('LearningObjectConnection', 'LearningObjectEdge', ...rows) });
const openList = (...replies: Parameters<typeof renderPage>[2]) => renderPage(server, { path: '/content', element: <ContentPage />, permissions: ['CONTENT_EDIT'] }, replies);
const openCourse = (id: string, ...replies: Parameters<typeof renderPage>[2]) =>
  renderPage(server, { path: '/content/:contentId', element: <ContentItemPage />, at: `/content/${id}` }, replies);

test('the library tells what there is, and is narrowed by filters that stand in the address', async () => {
  const { container, user, address, sent } = await openList(reply(ContentListDocument, () => list(buildRow(), buildRow({ id: 'm1', name: 'A call', kind: 'MODULE', contentKind: 'VIDEO', language: 'zh-CN', durationMinutes: null }))));
  expect(await screen.findByRole('row', { name: /Phishing/ })).toHaveTextContent('CourseIn useEnglish1 hr 20 min');
  expect(screen.getByRole('row', { name: /A call/ })).toHaveTextContent('VideoIn useChinese (China)–');
  expect(await axeFindings(container)).toEqual([]);
  await user.click(screen.getByRole('button', { name: /by Kind|Kind/ }));
  await user.click(await screen.findByRole('checkbox', { name: 'Module' }));
  await waitFor(() => expect(sent(ContentListDocument).at(-1)).toMatchObject({ filter: { kinds: ['MODULE'] } }));
  expect(address()).toBe('/content?kind=MODULE');
});

test('the library is narrowed by the languages and credits that there are, also by an address [L30]', async () => {
  const counted = (value: string, count: number) => ({ __typename: 'LearningObjectFacet' as const, value, count });
  const { user, address, sent } = await renderPage(server, { path: '/content', element: <ContentPage />, at: '/content?credits=CPE' }, [
    reply(ContentListDocument, () => list(buildRow())),
    reply(LibraryChoicesDocument, ({ filter }) => ({
      learningObjectFacets: { __typename: 'LearningObjectFacets' as const, languages: filter?.creditTypes?.includes('CPE') ? [counted('en', 2), counted('zh-CN', 1)] : [], creditTypes: [counted('CPE', 3)] },
    })),
  ]);
  await screen.findByRole('button', { name: 'Remove filter Credits: CPE' });
  await user.click(await screen.findByRole('button', { name: /Language/ }));
  await user.click(await screen.findByRole('checkbox', { name: 'Chinese (China)' }));
  await waitFor(() => expect(sent(ContentListDocument).at(-1)).toMatchObject({ filter: { languages: ['zh-CN'], creditTypes: ['CPE'] } }));
  expect(address()).toBe('/content?credits=CPE&language=zh-CN');
});

test('an empty library says the next step; one that failed can be asked for again', async () => {
  const { user, answer } = await openList();
  const alert = await screen.findByRole('alert');
  answer(reply(ContentListDocument, () => list()));
  await user.click(within(alert).getByRole('button', { name: 'Try again' }));
  await screen.findByText('The library is empty');
  expect(screen.getAllByRole('button', { name: 'Create a course' })).toHaveLength(2);
});

test('a course needs a name, and opens once it is created; what was refused stands at its field [D1]', async () => {
  const refusal = { __typename: 'InputRefused' as const, problems: [{ __typename: 'Problem' as const, code: 'TAKEN', message: 'There is one of this name.', field: 'name' }] };
  const { user, address, answer, sent } = await openList(reply(ContentListDocument, () => list(buildRow())), reply(CreateCourseDocument, () => ({ createCourse: refusal })));
  await user.click(await screen.findByRole('button', { name: 'Create a course' }));
  const dialog = await screen.findByRole('dialog', { name: 'Create a course' });
  const submit = within(dialog).getByRole('button', { name: 'Create and add modules' });
  await user.click(submit);
  expect(within(dialog).getByText('Give it a name.')).toBeInTheDocument();
  expect(sent(CreateCourseDocument)).toHaveLength(0);
  await user.type(within(dialog).getByRole('textbox', { name: 'Name' }), 'Passwords');
  await user.click(submit);
  expect(await within(dialog).findByText('There is one of this name.')).toBeInTheDocument();
  answer(reply(CreateCourseDocument, () => ({ createCourse: buildItem({ id: 'c2', name: 'Passwords' }) })));
  await user.click(submit);
  await waitFor(() => expect(address()).toBe('/content/c2'));
  expect(sent(CreateCourseDocument).at(-1)).toMatchObject({ input: { name: 'Passwords', language: 'en' } });
});

test('an upload goes on when its dialog is closed, is seen below the modules, and becomes a module when it has arrived [U35]', async () => {
  let store: (stored: { fileId: string }) => void = () => {};
  server.use(...uploadsAre(() => new Promise((resolve) => (store = resolve))));
  const module = buildRow({ id: 'm1', name: 'film', kind: 'MODULE', contentKind: 'VIDEO' });
  const { user, answer, sent } = await openCourse('c-upload', reply(ContentItemDocument, () => ({ learningObject: buildItem({ id: 'c-upload' }) })), reply(CreateModuleDocument, () => ({ createModule: buildItem({ ...module }) })));
  await user.click(await screen.findByRole('button', { name: 'Add modules' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Upload videos or PDFs' }));
  await user.upload(await screen.findByLabelText('Upload videos or PDFs', { selector: 'input' }), new File(['0123456789'], 'film.webm', { type: 'video/webm' }));
  await user.click(await screen.findByRole('button', { name: 'Go on in the background' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(within(screen.getByRole('list', { name: 'Uploads' })).getByText('film.webm')).toBeInTheDocument();
  answer(reply(ContentItemDocument, () => ({ learningObject: buildItem({ id: 'c-upload', modules: [module] }) })));
  await waitFor(() => {
    store({ fileId: 'f1' });
    expect(sent(CreateModuleDocument)).toMatchObject([{ input: { courseId: 'c-upload', name: 'film', content: { kind: 'VIDEO', fileId: 'f1' } } }]);
  });
  expect(await screen.findByRole('link', { name: 'film' })).toHaveAttribute('href', '/content/m1');
  expect(screen.queryByRole('list', { name: 'Uploads' })).toBeNull();
});

test('what may not be edited is shown to read; what is not there is a page that is not found', async () => {
  const { unmount } = await openCourse('c1', reply(ContentItemDocument, () => ({ learningObject: buildItem({ viewerCan: { __typename: 'LearningObjectAbilities', edit: false } }) })));
  await screen.findByRole('heading', { level: 1, name: 'Phishing' });
  expect(screen.queryByRole('button', { name: /Edit|Retire|Add modules/ })).toBeNull();
  unmount();
  await openCourse('c9', reply(ContentItemDocument, () => ({ learningObject: null })));
  expect(await screen.findByRole('heading', { level: 1, name: 'Page not found' })).toBeInTheDocument();
});
