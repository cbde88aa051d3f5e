import { afterEach, expect, jest, test } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { renderApp } from '../testing/render-app.tsx';
import { EditorPage } from './editor-page.tsx';

const asOnAPhone = () => {
  const { matchMedia } = globalThis;
  jest.spyOn(globalThis, 'matchMedia').mockImplementation((media) => Object.assign(matchMedia(media), { matches: media.includes('max-width') }));
};
afterEach(() => void jest.restoreAllMocks());

const editor = (
  <EditorPage
    title="Information security"
    save="SAVED"
    onRetrySave={() => {}}
    sections={[
      { id: 'basics', label: 'Basics', content: () => <input aria-label="Name" /> },
      { id: 'content', label: 'Content', content: () => 'Milestones' },
    ]}
    problems={[{ id: 'a', severity: 'PROBLEM', text: 'It needs a due date.', place: 'Basics', goTo: () => {} }]}
    preview={{ show: 'Preview as a learner', hide: 'Close the preview', content: () => <p>As a learner sees it</p> }}
  />
);

test('on a phone one edits or looks at the preview: two tabs, by keyboard too, as the address says [D11]', async () => {
  asOnAPhone();
  const { user, address } = await renderApp(editor, { at: '/?step=basics' });
  const [edit, preview] = screen.getAllByRole('tab');
  expect([edit?.textContent, preview?.textContent]).toEqual(['Edit', 'Preview']);
  expect(screen.getByText('It needs a due date.')).toBeVisible();
  expect(screen.queryByText('As a learner sees it')).toBeNull();
  await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Half a w');

  await user.click(edit!);
  await user.keyboard('{ArrowRight}');
  expect(preview).toHaveFocus();
  await user.keyboard('{Enter}');
  expect(await screen.findByText('As a learner sees it')).toBeVisible();
  expect(address()).toBe('/?step=basics&preview=1');
  expect(screen.queryByRole('textbox', { name: 'Name' })).toBeNull();
  expect(screen.getByText('It needs a due date.')).not.toBeVisible();
  expect(screen.queryByRole('button', { name: 'Close the preview' })).toBeNull();

  await user.click(edit!);
  await waitFor(() => expect(screen.getByRole('textbox', { name: 'Name' })).toHaveValue('Half a w'));
  expect(address()).toBe('/?step=basics');
  expect(screen.queryByText('As a learner sees it')).toBeNull();
});

test('on a phone an address that names the preview opens it', async () => {
  asOnAPhone();
  await renderApp(editor, { at: '/?preview=1' });
  expect(screen.getByRole('tab', { name: 'Preview' })).toHaveAttribute('aria-selected', 'true');
  expect(screen.getByText('As a learner sees it')).toBeVisible();
});

test('where there is room, the preview opens beside what is edited', async () => {
  const { user, address } = await renderApp(editor, { at: '/' });
  expect(screen.queryByRole('tab')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Preview as a learner' }));
  expect(await screen.findByText('As a learner sees it')).toBeVisible();
  expect(screen.getByRole('textbox', { name: 'Name' })).toBeVisible();
  expect(address()).toBe('/?preview=1');
  await user.click(screen.getByRole('button', { name: 'Close the preview' }));
  await waitFor(() => expect(screen.queryByText('As a learner sees it')).toBeNull());
});
