import { expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import { useState } from 'react';
import { renderApp } from '../testing/render-app.tsx';
import { MarkdownEditor } from './markdown-editor.tsx';

function Page() {
  const [text, setText] = useState('word');
  return <MarkdownEditor label="Description" value={text} onChange={setText} />;
}

test.each([
  ['b', '**word**'],
  ['i', '_word_'],
  ['k', '[word]('],
])('Ctrl and %s writes its mark around what is selected, as its button says', async (key, written) => {
  const { user } = await renderApp(<Page />);
  const area = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Description' });
  await user.click(area);
  area.setSelectionRange(0, 4);
  await user.keyboard(`{Control>}${key}{/Control}`);
  expect(area.value).toContain(written);
  expect(screen.getAllByRole('button').filter((button) => button.getAttribute('aria-keyshortcuts')?.startsWith(`Control+${key.toUpperCase()}`))).toHaveLength(1);
});
