import './styles/work.css';
import { ActionIcon, Checkbox, Combobox, InputBase, Loader, SegmentedControl, Text, useCombobox } from '@mantine/core';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from '../i18n/use-translation.tsx';
import classes from './audience-picker.module.css';
import { type Icon, IconBriefcase, IconBuilding, IconCheckupList, IconUser, IconUserCircle, IconUsersGroup, IconX } from './icons.ts';
import { useAnnounce } from './live-region.tsx';

export const audienceKinds = ['departments', 'positions', 'jobRoles', 'partners', 'groups', 'people'] as const;
export type AudienceKind = (typeof audienceKinds)[number];

export interface AudienceChoice {
  readonly kind: AudienceKind;
  readonly id: string;
  readonly name: string;
  /** A word to tell namesakes apart: the department's path, the employee number. */
  readonly note?: string;
  /** Departments only: with all below. */
  readonly withSub?: boolean;
}

interface AudiencePickerProps {
  value: readonly AudienceChoice[];
  onChange(next: readonly AudienceChoice[]): void;
  /** Finds up to some twenty that match; called at most every quarter second, aborted when typing goes on. */
  search(kind: AudienceKind, text: string, signal: AbortSignal): Promise<readonly AudienceChoice[]>;
  kinds?: readonly AudienceKind[];
  error?: string;
}

const icons: Record<AudienceKind, Icon> = { departments: IconBuilding, positions: IconBriefcase, jobRoles: IconCheckupList, partners: IconUserCircle, groups: IconUsersGroup, people: IconUser };
const searchDelayMs = 250;

/** Who is meant: departments (with or without those below), positions, job roles, partner accounts, groups and people, added together (OR). */
export function AudiencePicker({ value, onChange, search, kinds = audienceKinds, error }: AudiencePickerProps) {
  const { t } = useTranslation('work');
  const announce = useAnnounce();
  const [kind, setKind] = useState<AudienceKind>(kinds[0] ?? 'departments');
  const listId = useId();
  const add = (choice: AudienceChoice) => {
    if (value.some((other) => other.kind === choice.kind && other.id === choice.id)) return;
    onChange([...value, choice.kind === 'departments' ? { ...choice, withSub: choice.withSub ?? true } : choice]);
    announce(choice.name);
  };
  return (
    <div className={classes.root} role="group" aria-label={t('audience.label')}>
      {kinds.length > 1 && (
        <SegmentedControl
          value={kind}
          onChange={(next) => setKind(next)}
          data={kinds.map((each) => ({ value: each, label: t(`audience.${each}`) }))}
          aria-label={t('audience.label')}
        />
      )}
      <Finder key={kind} kind={kind} search={search} onAdd={add} error={error} />
      <Text size="sm" fw={600} id={listId}>
        {t('audience.chosen')}
      </Text>
      {value.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('audience.none')}
        </Text>
      ) : (
        <ul className={classes.chosen} aria-labelledby={listId}>
          {value.map((choice) => {
            const IconShown = icons[choice.kind];
            return (
              <li key={`${choice.kind} ${choice.id}`} className={classes.choice}>
                <IconShown size={16} aria-hidden />
                <span className={classes.name}>
                  {choice.name}
                  {choice.note && <span className={classes.note}> {choice.note}</span>}
                </span>
                {choice.kind === 'departments' && (
                  <Checkbox
                    size="xs"
                    label={t('audience.withSub')}
                    aria-label={t('audience.toggleSub', { name: choice.name })}
                    checked={choice.withSub ?? false}
                    onChange={(event) => {
                      const withSub = event.currentTarget.checked;
                      onChange(value.map((other) => (other === choice ? { ...other, withSub } : other)));
                    }}
                  />
                )}
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size={24}
                  aria-label={t('audience.remove', { name: choice.name })}
                  onClick={() => onChange(value.filter((other) => other !== choice))}
                >
                  <IconX size={14} aria-hidden />
                </ActionIcon>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}

type Found = { readonly is: 'idle' | 'searching' | 'failed' } | { readonly is: 'found'; readonly choices: readonly AudienceChoice[] };

function Finder({ kind, search, onAdd, error }: { kind: AudienceKind; search: AudiencePickerProps['search']; onAdd(choice: AudienceChoice): void; error?: string }) {
  const { t } = useTranslation('work');
  const combobox = useCombobox();
  const [text, setText] = useState('');
  const [found, setFound] = useState<Found>({ is: 'idle' });
  const searchNow = useRef(search);
  searchNow.current = search;
  useEffect(() => {
    if (text.trim() === '') {
      setFound({ is: 'idle' });
      return;
    }
    const abort = new AbortController();
    const timer = setTimeout(() => {
      setFound({ is: 'searching' });
      searchNow.current(kind, text.trim(), abort.signal).then(
        (choices) => !abort.signal.aborted && setFound({ is: 'found', choices }),
        () => !abort.signal.aborted && setFound({ is: 'failed' }),
      );
    }, searchDelayMs);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [kind, text]);
  const choices = found.is === 'found' ? found.choices : [];
  const label = t('audience.find', { kind: t(`audience.${kind}`).toLocaleLowerCase() });
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(id) => {
        const choice = choices.find((each) => each.id === id);
        if (choice) onAdd(choice);
        setText('');
        combobox.closeDropdown();
      }}
    >
      <Combobox.Target>
        <InputBase
          label={label}
          error={error}
          value={text}
          rightSection={found.is === 'searching' ? <Loader size={16} /> : undefined}
          onChange={(event) => {
            setText(event.currentTarget.value);
            combobox.openDropdown();
            combobox.resetSelectedOption();
          }}
          onFocus={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options aria-label={label} mah={280} style={{ overflowY: 'auto' }}>
          {choices.map((choice) => (
            <Combobox.Option key={choice.id} value={choice.id}>
              {choice.name}
              {choice.note && <span className={classes.note}> {choice.note}</span>}
            </Combobox.Option>
          ))}
          {found.is !== 'found' && <Combobox.Empty>{found.is === 'failed' ? t('audience.failed') : t('audience.keepTyping')}</Combobox.Empty>}
          {found.is === 'found' && choices.length === 0 && <Combobox.Empty>{t('audience.nothing')}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
