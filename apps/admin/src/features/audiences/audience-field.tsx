import { Button, Radio, Stack, Text } from '@mantine/core';
import { type AudienceChoice, type AudienceKind, AudiencePicker } from '@milepost/web/ui/audience-picker.tsx';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { AudienceCount, useAudienceCount } from './audience-count.tsx';
import { readAudience, writeAudience } from './audience-expression.ts';
import { useAudienceSearch } from './use-audience-search.ts';

const kinds: readonly AudienceKind[] = ['departments', 'positions', 'jobRoles', 'partners', 'people'];

type Mode = 'NOBODY' | 'EVERYONE' | 'CHOSEN';

interface AudienceFieldProps {
  /** An audience expression of the API; null: nobody. */
  value: unknown;
  onChange(next: unknown, sentence: string): void;
  /** Given: nobody is a choice of its own, under this name. */
  nobodyLabel?: string;
}

/** Chooses people: everyone, or departments, positions, job roles, partner accounts and people added together, with a live count and sentence (D23, D24). */
export function AudienceField({ value, onChange, nobodyLabel }: AudienceFieldProps) {
  const { t } = useTranslation(['audiences', 'ui']);
  const { search, name } = useAudienceSearch();
  const form = readAudience(value);
  const [mode, setMode] = useState<Mode>(form.is === 'EVERYONE' ? 'EVERYONE' : form.is === 'NOBODY' && nobodyLabel ? 'NOBODY' : 'CHOSEN');
  const [choices, setChoices] = useState<readonly AudienceChoice[]>();
  const count = useAudienceCount(value);
  const [replacing, setReplacing] = useState(false);

  // The names of what was chosen earlier are looked up once.
  const first = useRef(form);
  useEffect(() => {
    const before = first.current;
    if (before.is !== 'CHOSEN') return setChoices([]);
    let left = false;
    name(before.choices).then(
      (named) => !left && setChoices(named),
      () => !left && setChoices(before.choices.map((each) => ({ ...each, name: each.id }))),
    );
    return () => {
      left = true;
    };
  }, [name]);

  if (form.is === 'OTHER' && !replacing) {
    return (
      <Stack gap="xs">
        <AudienceCount count={count} />
        <Text size="sm">{t('other')}</Text>
        <div>
          <Button variant="default" onClick={() => setReplacing(true)}>
            {t('replace')}
          </Button>
        </div>
      </Stack>
    );
  }
  const choose = (next: Mode) => {
    setMode(next);
    if (next === 'EVERYONE') onChange({ kind: 'EVERYONE' }, t('everyone'));
    else if (next === 'NOBODY') onChange(null, nobodyLabel ?? '');
    else pick(choices ?? []);
  };
  const pick = (next: readonly AudienceChoice[]) => {
    setChoices(next);
    onChange(writeAudience(next), next.map((choice) => choice.name).join(', '));
  };
  return (
    <Stack>
      <Radio.Group label={t('label')} value={mode} onChange={(next) => choose(next)}>
        <Stack gap="xs" mt="xs">
          {nobodyLabel && <Radio value="NOBODY" label={nobodyLabel} />}
          <Radio value="EVERYONE" label={t('everyone')} />
          <Radio value="CHOSEN" label={t('chosen')} />
        </Stack>
      </Radio.Group>
      {mode === 'CHOSEN' && <AudiencePicker kinds={kinds} value={choices ?? []} onChange={pick} search={search} />}
      {value !== null && value !== undefined && <AudienceCount count={count} />}
    </Stack>
  );
}
