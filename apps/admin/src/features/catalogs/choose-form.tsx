import { Button, Checkbox, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { queryState } from '@milepost/web/apollo/list-state.ts';
import { usePages } from '@milepost/web/apollo/use-pages.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { DialogForm } from '@milepost/web/ui/dialog-form.tsx';
import { ErrorState } from '@milepost/web/ui/error-state.tsx';
import { ListSkeleton } from '@milepost/web/ui/skeletons.tsx';
import { useState } from 'react';

/** What is looked for while one types, and what has been typed. */
export function useSearchText() {
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text, 250);
  return { text, setText, search: search || null };
}

interface Choice {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  readonly disabled?: boolean;
}

interface ChooseFormProps<Node> {
  searched: ReturnType<typeof useSearchText>;
  searchLabel: string;
  query: Parameters<typeof usePages>[0] & Parameters<typeof queryState>[0];
  connection: Parameters<typeof usePages<Node>>[1];
  choiceOf(node: Node): Choice;
  nothing: string;
  submitLabel(chosen: number): string;
  onSubmit(ids: readonly string[]): Promise<void>;
  onCancel(): void;
}

/** Chooses some of a list that is searched while one types; what was chosen stays so when the list shows others. */
export function ChooseForm<Node>({ searched, searchLabel, query, connection, choiceOf, nothing, submitLabel, onSubmit, onCancel }: ChooseFormProps<Node>) {
  const { t } = useTranslation('work');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { rows, hasMore, loadingMore, onLoadMore } = usePages(query, connection);
  const state = queryState(query, connection);
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  return (
    <DialogForm submitLabel={submitLabel(chosen.size)} ready={chosen.size > 0} onSubmit={() => onSubmit([...chosen])} onCancel={onCancel}>
      <TextInput type="search" label={searchLabel} data-autofocus value={searched.text} onChange={(event) => searched.setText(event.currentTarget.value)} />
      {state.is === 'loading' && <ListSkeleton rows={4} />}
      {state.is === 'failed' && <ErrorState failure={state.failure} onRetry={state.retry} order={3} />}
      {state.is === 'ready' && rows.length === 0 && <Text c="dimmed">{nothing}</Text>}
      <Stack gap="sm">
        {rows.map(choiceOf).map(({ id, name, text, disabled }) => (
          <Checkbox key={id} checked={chosen.has(id)} disabled={disabled ?? false} onChange={() => toggle(id)} label={name} description={text} />
        ))}
      </Stack>
      {hasMore && (
        <Button variant="default" onClick={onLoadMore} loading={loadingMore}>
          {t('list.loadMore')}
        </Button>
      )}
    </DialogForm>
  );
}
