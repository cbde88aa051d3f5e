import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { axeFindings } from '@milepost/web/testing/axe.ts';
import { screen, waitFor } from '@testing-library/react';
import { setupServer } from 'msw/node';
import { connectionOf, renderAdmin, reply } from '../../testing/render-admin.tsx';
import { WhyNotDocument, WhyNotPeopleDocument, type WhyNotQuery } from './why-not.generated.ts';
import { WhyNot } from './why-not.tsx';

const server = setupServer();
beforeAll(() => server.listen());
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const mia = { __typename: 'Person' as const, id: 'm', displayName: 'Mia Chen', employeeNumber: 'E-1', email: null };
const people = reply(WhyNotPeopleDocument, () => ({ people: connectionOf('PersonConnection', 'PersonEdge', mia) }));
const because = (explained: Partial<NonNullable<WhyNotQuery['explainAbsence']>> | null) =>
  reply(WhyNotDocument, () => ({
    explainAbsence: explained && { __typename: 'AbsenceExplanation' as const, has: false, enrollmentId: null, sentence: '', tree: [], ...explained },
  }));
const open = (at: string, ...replies: Parameters<typeof renderAdmin>[2]) => renderAdmin(server, <WhyNot planId="p1" />, [people, ...replies], { at });

test('anybody is found and asked about, and who was asked about stands in the address [ambition 1]', async () => {
  const tree = [{ text: 'Not on the list by which “Autumn” (#7) was assigned', because: [] }, { text: 'Not in the audience of “Sales” (#8)', because: [{ text: 'It is for: the department Sales', because: [] }] }];
  const { user, sent, container } = await open('/', because({ tree }));
  await user.click(await screen.findByRole('combobox', { name: 'Who has it, who has not, and why' }));
  await user.click(await screen.findByRole('option', { name: 'Mia Chen · E-1' }));
  expect(await screen.findByText('Does not have the plan')).toBeInTheDocument();
  expect(screen.getByText('Not on the list by which “Autumn” (#7) was assigned')).toBeInTheDocument();
  expect(screen.getByText('It is for: the department Sales').closest('li')?.parentElement?.closest('li')).toHaveTextContent('Not in the audience of “Sales”');
  expect(sent(WhyNotDocument)).toEqual([{ planId: 'p1', personId: 'm' }]);
  expect(await axeFindings(container)).toEqual([]);
});

test('who has it is told by what, with the way to it', async () => {
  await open('/?why=m', because({ has: true, enrollmentId: 'e1', sentence: 'Mia has this because she is in Sales.' }));
  expect(await screen.findByText('Mia has this because she is in Sales.')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Open it' })).toHaveAttribute('href', '/?why=m&enrollment=e1');
});

test('about somebody beyond one’s reach nothing is said but that', async () => {
  await open('/?why=x', because(null));
  expect(await screen.findByText('This person is not in your reach.')).toBeInTheDocument();
});

test('a failed answer says so and can be asked for again', async () => {
  const { user, answer } = await open('/?why=m');
  await user.click(await screen.findByRole('button', { name: 'Try again' }));
  answer(because({ has: true, sentence: 'Because.' }));
  await user.click(await screen.findByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(screen.getByText('Because.')).toBeInTheDocument());
});
