import { type AudienceChoice, AudiencePicker } from '@milepost/web/ui/audience-picker.tsx';
import { useState } from 'react';
import { useAudienceSearch } from './use-audience-search.ts';

/** Chooses people by name, e-mail address or job number; `onChange` gets their ids. */
export function PeopleFinder({ onChange }: { value: readonly string[]; onChange(next: readonly string[]): void }) {
  const { search } = useAudienceSearch();
  const [choices, setChoices] = useState<readonly AudienceChoice[]>([]);
  return (
    <AudiencePicker
      kinds={['people']}
      value={choices}
      search={search}
      onChange={(next) => {
        setChoices(next);
        onChange(next.map((choice) => choice.id));
      }}
    />
  );
}
