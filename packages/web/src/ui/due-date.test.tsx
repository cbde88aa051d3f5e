import { expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import { renderApp } from '../testing/render-app.tsx';
import { DueDate } from './due-date.tsx';

const due = { date: '2026-12-04', timeZone: 'Asia/Shanghai', instant: '2026-12-04T15:59:59Z' };

test('a due date in the reader’s own zone needs no zone’s name [L10]', async () => {
  const { container } = await renderApp(<DueDate due={due} now={new Date('2026-11-22T08:00:00Z')} />, { timeZone: 'Asia/Shanghai' });
  expect(container).toHaveTextContent('in 12 days');
  expect(container).toHaveTextContent(/· Dec 4, 2026$/);
});

test('for a reader elsewhere the zone is named, and the end of the day is told in their own time [L10]', async () => {
  const { container } = await renderApp(<DueDate due={due} now={new Date('2026-11-22T08:00:00Z')} />, { timeZone: 'Europe/Berlin' });
  expect(container).toHaveTextContent('Dec 4, 2026, China Standard Time');
  expect(screen.getByRole('note')).toHaveAccessibleDescription(/By the end of Friday, December 4, 2026, China Standard Time.*Dec 4, 2026, 04:59 PM/);
});

test('days are counted on the calendar of the due date’s zone', async () => {
  const earlyInShanghai = new Date('2026-12-03T16:30:00Z');
  const { container } = await renderApp(<DueDate due={due} now={earlyInShanghai} />, { timeZone: 'Asia/Shanghai' });
  expect(container).toHaveTextContent('today');
});

test('the exact date is shown on keyboard focus and dismissed with Escape [WCAG 1.4.13]', async () => {
  const { user } = await renderApp(<DueDate due={due} now={new Date('2026-11-22T08:00:00Z')} />);
  await user.tab();
  expect(screen.getByRole('note')).toHaveFocus();
  expect(await screen.findByRole('tooltip', { hidden: true })).toHaveTextContent('By the end of Friday');
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('tooltip', { hidden: true })).toBeNull();
});

test('overdue is said by who evaluates, in words and not by colour alone', async () => {
  const { container } = await renderApp(<DueDate due={due} overdue now={new Date('2026-12-06T08:00:00Z')} />);
  expect(container).toHaveTextContent('Overdue · 2 days ago');
});
