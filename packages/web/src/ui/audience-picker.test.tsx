import { expect, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { useState } from 'react';
import { axeFindings } from '../testing/axe.ts';
import { renderApp } from '../testing/render-app.tsx';
import { type AudienceChoice, AudiencePicker } from './audience-picker.tsx';

const sales: AudienceChoice = { kind: 'departments', id: 'd1', name: 'Sales', note: 'Northwind › Commerce' };

function Picker({ search }: { search?: () => Promise<readonly AudienceChoice[]> }) {
  const [value, setValue] = useState<readonly AudienceChoice[]>([]);
  return (
    <>
      <AudiencePicker value={value} onChange={setValue} search={search ?? (async () => [sales])} />
      <output>{JSON.stringify(value)}</output>
    </>
  );
}
const chosen = () => JSON.parse(document.querySelector('output')?.textContent ?? '') as AudienceChoice[];

test('a department is found by keyboard, comes with those below it, and once only [D23]', async () => {
  const { user, container } = await renderApp(<Picker />);
  for (let time = 0; time < 2; time += 1) {
    await user.type(screen.getByLabelText('Find departments', { selector: 'input' }), 'sal');
    await screen.findByRole('option', { name: /Sales/ });
    await user.keyboard('{ArrowDown}{Enter}');
  }
  expect(chosen()).toEqual([{ ...sales, withSub: true }]);
  await user.click(screen.getByRole('checkbox', { name: 'Sales: include sub-departments' }));
  expect(chosen()[0]?.withSub).toBe(false);
  expect(await axeFindings(container)).toEqual([]);
  await user.click(within(screen.getByRole('list', { name: 'Chosen' })).getByRole('button', { name: 'Remove Sales' }));
  expect(chosen()).toEqual([]);
});

test('a search that fails says so and keeps what was typed', async () => {
  const { user } = await renderApp(<Picker search={() => Promise.reject(new Error('down'))} />);
  await user.type(screen.getByLabelText('Find departments', { selector: 'input' }), 'sal');
  expect(await screen.findByText(/The search failed/)).toBeInTheDocument();
  expect(screen.getByLabelText('Find departments', { selector: 'input' })).toHaveValue('sal');
});
