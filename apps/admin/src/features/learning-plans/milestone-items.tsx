import { ActionIcon, Button, Checkbox, Stack, Text } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@milepost/web/ui/icons.ts';
import { useAnnounce } from '@milepost/web/ui/live-region.tsx';
import { use, useState } from 'react';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import type { LearningObjectKind } from '../../gql/schema-types.ts';
import { ContentFinderContext, type Linked } from './content-finder-slot.ts';
import classes from './content-step.module.css';
import type { EditedMilestoneFragment } from './plan-draft.generated.ts';
import { SetMilestoneItemsDocument } from './plan-edits.generated.ts';
import { PlaceField } from './place-field.tsx';
import { usePlanEditing } from './plan-editing.tsx';
import { SortableList, useDraggedRow } from './sortable-list.tsx';
import { useMilestoneWords } from './use-milestone-words.ts';
import { useTyped } from './use-typed.ts';

/** So many items are rendered at first. */
const atOnce = 50;

/** An activity gives no credits, so it is not offered where credits count (L31). */
const creditKinds = ['COURSE', 'MODULE'] as const;

interface Item {
  readonly id: string;
  readonly name: string;
  readonly kind: LearningObjectKind | undefined;
  readonly mandatory: boolean;
}

/** What is linked to a milestone: added by the finder, ordered by buttons, each mandatory or not (D12, L16). */
export function MilestoneItems({ milestone }: { milestone: EditedMilestoneFragment }) {
  const { t } = useTranslation(['plans', 'ui']);
  const announce = useAnnounce();
  const words = useMilestoneWords();
  const { plan, queue, revision, change } = usePlanEditing();
  const [items, setItems] = useTyped<readonly Item[]>(itemsOf(milestone, t('items.gone')), revision);
  const contentFinder = use(ContentFinderContext);
  const [finding, setFinding] = useState(false);
  const [shown, setShown] = useState(atOnce);
  const key = `items.${milestone.key}`;
  const problems = ({ id }: Item) =>
    plan.problems
      .filter((problem) => problem.milestoneKey === milestone.key && problem.learningObjectId === id)
      .map((problem) => problem.message)
      .join(' ') || undefined;
  const names = (list: readonly Item[]) => list.map((item) => item.name).join(', ');

  const save = (next: readonly Item[]) => {
    setItems(next);
    change(
      {
        key,
        lane: 'DRAFT',
        label: t('items.of', { milestone: words.name(milestone) }),
        mine: names(next),
        theirs: (plan) => names(itemsOf(plan.draftVersion?.milestones.find((each) => each.key === milestone.key), t('items.gone'))),
      },
      SetMilestoneItemsDocument,
      { milestoneKey: milestone.key, items: linkedOf(next) },
      'now',
      { document: SetMilestoneItemsDocument as never, input: { milestoneKey: milestone.key, items: linkedOf(items) }, exact: true },
    );
  };
  const move = (index: number, to: number) => {
    const item = items[index];
    if (!item) return;
    save(items.toSpliced(index, 1).toSpliced(to, 0, item));
    announce(t('items.moved', { name: item.name, place: to + 1, total: items.length }));
  };
  const add = (found: readonly Linked[]) => {
    // What was just linked is seen.
    setShown(Math.max(shown, items.length + found.length));
    save([...items, ...found.map(({ id, name, kind }) => ({ id, name, kind, mandatory: false }))]);
  };

  return (
    <Stack gap="xs" data-field="items" tabIndex={-1}>
      <Text size="sm" fw={600}>
        {t('items.title')}
      </Text>
      {items.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('items.empty')}
        </Text>
      )}
      <SortableList ids={items.map((item) => item.id)} onMove={move}>
        <ol className={classes.items}>
          {items.slice(0, shown).map((item, index) => (
            <LinkedItem
              key={item.id}
              item={item}
              place={index + 1}
              total={items.length}
              error={problems(item)}
              onMove={(to) => move(index, to)}
              onMandatory={(mandatory) => save(items.map((other) => (other === item ? { ...other, mandatory } : other)))}
              onRemove={() => save(items.filter((other) => other !== item))}
            />
          ))}
        </ol>
      </SortableList>
      {items.length > shown && (
        <div>
          <Button variant="subtle" size="compact-md" onClick={() => setShown(shown + atOnce)}>
            {t('items.more', { count: items.length - shown })}
          </Button>
        </div>
      )}
      {queue.refused[key] && (
        <p role="alert" className={classes.problem}>
          {queue.refused[key]}
        </p>
      )}
      <div>
        <Button variant="light" size="compact-md" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setFinding(true)}>
          {t('items.link')}
        </Button>
      </div>
      {contentFinder({
        opened: finding,
        title: t('finder.title'),
        kinds: milestone.metric === 'CREDITS' ? creditKinds : undefined,
        note: milestone.metric === 'CREDITS' ? t('finder.noActivities') : undefined,
        linked: new Set(items.map((item) => item.id)),
        onAdd: add,
        onClose: () => setFinding(false),
      })}
    </Stack>
  );
}

interface LinkedItemProps {
  item: Item;
  /** From 1. */
  place: number;
  total: number;
  error: string | undefined;
  onMove(to: number): void;
  onMandatory(mandatory: boolean): void;
  onRemove(): void;
}

function LinkedItem({ item, place, total, error, onMove, onMandatory, onRemove }: LinkedItemProps) {
  const { t } = useTranslation(['plans', 'ui']);
  const { row, isDragged, handle } = useDraggedRow(item.id);
  return (
    <li {...row} className={isDragged ? `${classes.item} ${classes.dragged}` : classes.item}>
      {handle}
      <span className={classes.itemName}>
        {item.name}
        {item.kind && (
          <Text span size="xs" c="dimmed" ms="xs">
            {t(`kind.${item.kind}`)}
          </Text>
        )}
        {error && <span className={classes.problem}> {error}</span>}
      </span>
      <Checkbox
        size="xs"
        label={t('items.mandatory')}
        aria-label={t('items.mandatoryOf', { name: item.name })}
        checked={item.mandatory}
        onChange={(event) => onMandatory(event.currentTarget.checked)}
      />
      <PlaceField label={t('milestone.place', { name: item.name })} place={place} total={total} onMove={onMove} />
      <ActionIcon variant="subtle" color="gray" aria-disabled={place === 1} aria-label={t('move.up', { name: item.name })} onClick={() => place > 1 && onMove(place - 2)}>
        <IconArrowUp size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon variant="subtle" color="gray" aria-disabled={place === total} aria-label={t('move.down', { name: item.name })} onClick={() => place < total && onMove(place)}>
        <IconArrowDown size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon variant="subtle" color="gray" aria-label={t('items.remove', { name: item.name })} onClick={onRemove}>
        <IconX size={16} aria-hidden />
      </ActionIcon>
    </li>
  );
}

const linkedOf = (items: readonly Item[]) => items.map(({ id, mandatory }) => ({ learningObjectId: id, mandatory }));

function itemsOf(milestone: EditedMilestoneFragment | undefined, gone: string): Item[] {
  return (milestone?.items ?? []).map(({ learningObjectId, learningObject, mandatory }) => ({
    id: learningObjectId,
    name: learningObject?.name ?? gone,
    kind: learningObject?.kind,
    mandatory,
  }));
}
