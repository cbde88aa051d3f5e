import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** What is typed into a field whose choices the API searches, and the choices: what was found, and before it what is chosen and was not found this time. */
export function useSearchChoices() {
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed, 250);
  const [chosen, setChosen] = useState<readonly Choice[]>([]);
  return {
    typed,
    setTyped,
    search: chosen.some(({ label }) => label === search) ? null : search || null,
    dataOf: (found: readonly Choice[]): Choice[] => [...chosen.filter(({ value }) => !found.some((each) => each.value === value)), ...found],
    choose: (values: readonly string[], data: readonly Choice[]) => setChosen(values.flatMap((value) => data.find((each) => each.value === value) ?? [])),
  };
}
