import { Button, Checkbox, Group, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { queryState } from '@milepost/web/apollo/list-state.ts';
import { usePages } from '@milepost/web/apollo/use-pages.ts';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { ErrorState } from '@milepost/web/ui/error-state.tsx';
import { ListSkeleton } from '@milepost/web/ui/skeletons.tsx';
import { useState } from 'react';
import { Dialog } from '@milepost/web/ui/dialog.tsx';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import type { LearningObjectKind, LearningObjectStatus } from '../../gql/schema-types.ts';
import { type FoundContentFragment, useContentFinderQuery } from './content-finder.generated.ts';
import classes from './content-step.module.css';

const allKinds: readonly LearningObjectKind[] = ['COURSE', 'MODULE', 'ACTIVITY'];
const offered = ['ACTIVE', 'DRAFT'] as const satisfies readonly LearningObjectStatus[];
const pageSize = 30;

interface ContentFinderProps {
  opened: boolean;
  /** What it is found for: "Link content". */
  title: string;
  /** Which kinds are offered; absent: all. */
  kinds?: readonly LearningObjectKind[] | undefined;
  /** Says why something is not offered. */
  note?: string | undefined;
  /** What is linked already, and so cannot be chosen again. */
  linked: ReadonlySet<string>;
  onAdd(chosen: readonly FoundContentFragment[]): void;
  onClose(): void;
}

/** Finds content of the library by name and kind; several can be linked at once. */
export function ContentFinder({ opened, title, ...rest }: ContentFinderProps) {
  return (
    <Dialog opened={opened} onClose={rest.onClose} size="lg" title={title}>
      <Finder {...rest} />
    </Dialog>
  );
}

function Finder({ linked, kinds = allKinds, note, onAdd, onClose }: Omit<ContentFinderProps, 'opened' | 'title'>) {
  const { t } = useTranslation(['plans', 'ui', 'work']);
  const format = useFormat();
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text, 250);
  const [kind, setKind] = useState<LearningObjectKind | 'ALL'>('ALL');
  const [status, setStatus] = useState<(typeof offered)[number] | 'ALL'>('ALL');
  const [chosen, setChosen] = useState<ReadonlyMap<string, FoundContentFragment>>(new Map());
  const query = useContentFinderQuery({
    variables: { first: pageSize, filter: { search: search || null, kinds: kind === 'ALL' ? [...kinds] : [kind], statuses: status === 'ALL' ? [...offered] : [status] } },
    fetchPolicy: 'cache-and-network',
  });
  const connection = (query.data ?? query.previousData)?.learningObjects;
  const { rows, hasMore, loadingMore, onLoadMore } = usePages(query, connection);
  const state = queryState(query, connection);
  const toggle = (content: FoundContentFragment) => {
    const next = new Map(chosen);
    if (!next.delete(content.id)) next.set(content.id, content);
    setChosen(next);
  };
  return (
    <Stack>
      <TextInput type="search" label={t('finder.search')} data-autofocus value={text} onChange={(event) => setText(event.currentTarget.value)} />
      <Group gap="sm">
        {kinds.length > 1 && (
          <SegmentedControl
            aria-label={t('finder.kind')}
            value={kind}
            onChange={(next) => setKind(next)}
            data={[{ value: 'ALL', label: t('finder.all') }, ...kinds.map((value) => ({ value, label: t(`kind.${value}`) }))]}
          />
        )}
        <SegmentedControl
          aria-label={t('finder.status')}
          value={status}
          onChange={(next) => setStatus(next)}
          data={[{ value: 'ALL', label: t('finder.all') }, ...offered.map((value) => ({ value, label: t(`finder.statuses.${value}`) }))]}
        />
      </Group>
      {note && (
        <Text size="sm" c="dimmed">
          {note}
        </Text>
      )}
      {state.is === 'loading' && <ListSkeleton rows={5} />}
      {state.is === 'failed' && <ErrorState failure={state.failure} onRetry={state.retry} order={3} />}
      {state.is === 'ready' && rows.length === 0 && <Text c="dimmed">{search ? t('finder.nothing') : t('finder.empty')}</Text>}
      {state.is === 'ready' && (
        <ul className={classes.found} aria-label={t('finder.found')}>
          {rows.map((content) => (
            <li key={content.id}>
              <Checkbox
                checked={chosen.has(content.id) || linked.has(content.id)}
                disabled={linked.has(content.id)}
                onChange={() => toggle(content)}
                label={content.name}
                description={[
                  t(`kind.${content.kind}`),
                  content.durationMinutes ? format.duration(content.durationMinutes) : '',
                  content.status === 'DRAFT' ? t('finder.draft') : '',
                  linked.has(content.id) ? t('finder.linked') : '',
                ]
                  .filter(Boolean)
                  .join(' · ')}
              />
            </li>
          ))}
        </ul>
      )}
      {hasMore && (
        <Button variant="default" onClick={onLoadMore} loading={loadingMore}>
          {t('work:list.loadMore')}
        </Button>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('ui:action.cancel')}
        </Button>
        <Button
          disabled={chosen.size === 0}
          onClick={() => {
            onAdd([...chosen.values()]);
            onClose();
          }}
        >
          {t('finder.add', { count: chosen.size })}
        </Button>
      </Group>
    </Stack>
  );
}
