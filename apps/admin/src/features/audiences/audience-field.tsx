import { Radio, Stack, Text } from '@mantine/core';
import { type AudienceChoice, type AudienceKind, AudiencePicker } from '@milepost/web/ui/audience-picker.tsx';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { AudienceCount, useAudienceCount } from './audience-count.tsx';
import { readAudience, writeAudience } from './audience-expression.ts';
import { AudienceTreeEditor } from './audience-tree-editor.tsx';
import { type Combination, readTree, writeTree } from './audience-tree.ts';
import { useAudienceSearch } from './use-audience-search.ts';

const kinds: readonly AudienceKind[] = ['departments', 'positions', 'jobRoles', 'partners', 'groups', 'people'];

type Mode = 'NOBODY' | 'EVERYONE' | 'CHOSEN' | 'CONDITIONS';

const modeOf = { NOBODY: 'NOBODY', EVERYONE: 'EVERYONE', CHOSEN: 'CHOSEN', OTHER: 'CONDITIONS' } as const;

interface AudienceFieldProps {
  /** An audience expression of the API; null: nobody. */
  value: unknown;
  onChange(next: unknown, sentence: string): void;
  /** Given: nobody is a choice of its own, under this name. */
  nobodyLabel?: string;
  /** Told whether what is chosen leaves out nobody, as soon as that is known. */
  onEverybody?: (everybody: boolean) => void;
  /** What `value` stands for, where the names are known: they are not looked up then. */
  known?: readonly AudienceChoice[];
}

/**
 * Chooses people (D23, D24): everyone; or departments, positions, job roles, partner accounts, groups and people added together; or
 * conditions combined by and, or and not. Whom it comes to is counted, said and sampled while one chooses.
 */
export function AudienceField({ value, onChange, nobodyLabel, onEverybody, known }: AudienceFieldProps) {
  const { t } = useTranslation(['audiences', 'ui']);
  const { search, name } = useAudienceSearch();
  const form = readAudience(value);
  const [mode, setMode] = useState<Mode>(form.is === 'NOBODY' && !nobodyLabel ? 'CHOSEN' : modeOf[form.is]);
  const [choices, setChoices] = useState(known);
  const [tree, setTree] = useState<Combination>(() => readTree(value));
  const count = useAudienceCount(value);
  const { answer } = count;
  const everybody = value != null && answer?.__typename === 'AudiencePreview' && answer.choosesEverybody && answer.people > 0;
  const tell = useRef(onEverybody);
  tell.current = onEverybody;
  useEffect(() => tell.current?.(everybody), [everybody]);

  // The names of what was chosen earlier are looked up once.
  const first = useRef(known ? undefined : form);
  useEffect(() => {
    const before = first.current;
    if (!before) return;
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

  const pick = (next: readonly AudienceChoice[]) => {
    setChoices(next);
    onChange(writeAudience(next), next.map((choice) => choice.name).join(', '));
  };
  const combine = (next: Combination) => {
    setTree(next);
    onChange(writeTree(next) ?? null, t('conditions'));
  };
  const choose = (next: Mode) => {
    setMode(next);
    if (next === 'EVERYONE') onChange({ kind: 'EVERYONE' }, t('everyone'));
    else if (next === 'NOBODY') onChange(null, nobodyLabel ?? '');
    else if (next === 'CHOSEN') pick(choices ?? []);
    // What was chosen simply is where the conditions begin.
    else combine(form.is === 'CHOSEN' ? readTree(value) : tree);
  };
  return (
    <Stack>
      <Radio.Group label={t('label')} value={mode} onChange={(next) => choose(next)}>
        <Stack gap="xs" mt="xs">
          {nobodyLabel && <Radio value="NOBODY" label={nobodyLabel} />}
          <Radio value="EVERYONE" label={t('everyone')} />
          <Radio value="CHOSEN" label={t('chosen')} />
          <Radio value="CONDITIONS" label={t('conditions')} />
        </Stack>
      </Radio.Group>
      {mode === 'CHOSEN' && <AudiencePicker kinds={kinds} value={choices ?? []} onChange={pick} search={search} />}
      {mode === 'CONDITIONS' && <AudienceTreeEditor tree={tree} onChange={combine} />}
      {mode === 'CONDITIONS' && (value === null || value === undefined) && (
        <Text size="sm" c="dimmed" role="status">
          {t('tree.incomplete')}
        </Text>
      )}
      {value !== null && value !== undefined && <AudienceCount count={count} />}
    </Stack>
  );
}
