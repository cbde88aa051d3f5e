import { expect, test } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { renderApp } from '../testing/render-app.tsx';
import { Markdown } from './markdown.tsx';
import { Why } from './why.tsx';

test('“Why?” opens with a sentence and a tree, and gives the focus back when it is closed [domain 2.0.4]', async () => {
  let asked = 0;
  const { user } = await renderApp(
    <Why subject="Overdue" sentence="It was due yesterday." tree={[{ text: 'Assignment A-42', holds: 'decided', children: [{ text: 'Mia is in Sales', holds: 'yes' }] }]} onAsk={() => (asked += 1)} />,
  );
  const button = screen.getByRole('button', { name: 'Why? Overdue' });
  await user.click(button);
  expect(await screen.findByText('It was due yesterday.')).toBeInTheDocument();
  expect(screen.getByText('Mia is in Sales')).toBeInTheDocument();
  expect(button).toHaveAttribute('aria-expanded', 'true');
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByText('It was due yesterday.')).toBeNull());
  expect(button).toHaveFocus();
  expect(asked).toBe(1);
});

test('what can be done about it closes the answer', async () => {
  let done = 0;
  const { user } = await renderApp(<Why subject="Taken back" sentence="It was taken back." action={{ label: 'Do it', run: () => (done += 1) }} />);
  await user.click(screen.getByRole('button', { name: 'Why? Taken back' }));
  await user.click(await screen.findByRole('button', { name: 'Do it' }));
  await waitFor(() => expect(screen.queryByText('It was taken back.')).toBeNull());
  expect(done).toBe(1);
});

const hostile = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '[x](javascript:alert(1))',
  '![x](javascript:alert(1))',
  '<iframe src="https://evil.example"></iframe>',
  '<a href="data:text/html,<script>alert(1)</script>">x</a>',
  '<style>body{display:none}</style>',
  '<form action="https://evil.example"><input name="password"></form>',
];

test.each(hostile)('Markdown cannot run or smuggle anything: %s', async (text) => {
  const { container } = await renderApp(<Markdown text={`${text}\n\nplain`} />);
  await screen.findByText('plain');
  expect(container.querySelector('script, iframe, style:not([data-mantine-styles]), form, object, embed, [onerror], [onclick]')).toBeNull();
  expect(container.innerHTML).not.toMatch(/javascript:|data:text/i);
});

test('headings of a text start below the page’s own, and links to elsewhere give nothing away', async () => {
  await renderApp(<Markdown text={'# One\n\n[there](https://example.com)'} />);
  expect(await screen.findByRole('heading', { name: 'One', level: 2 })).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'there' })).toHaveAttribute('rel', 'noopener noreferrer');
});
