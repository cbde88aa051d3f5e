import { ActionIcon, Button, Checkbox, Stack, Text } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@milepost/web/ui/icons.ts';
import { useAnnounce } from '@milepost/web/ui/live-region.tsx';
import { useState } from 'react';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import type { FoundContentFragment } from './content-finder.generated.ts';
import { ContentFinder } from './content-finder.tsx';
import classes from './content-step.module.css';
import type { EditedMilestoneFragment } from './plan-draft.generated.ts';
import { SetMilestoneItemsDocument } from './plan-edits.generated.ts';
import { usePlanEditing } from './plan-editing.tsx';
import { useMilestoneWords } from './use-milestone-words.ts';
import { useTyped } from './use-typed.ts';

interface Item {
  readonly id: string;
  readonly name: string;
  readonly kind: FoundContentFragment['kind'] | undefined;
  readonly mandatory: boolean;
}

/** What is linked to a milestone: added by the finder, ordered by buttons, each mandatory or not (D12, L16). */
export function MilestoneItems({ milestone }: { milestone: EditedMilestoneFragment }) {
  const { t } = useTranslation(['plans', 'ui']);
  const announce = useAnnounce();
  const words = useMilestoneWords();
  const { queue, revision, change } = usePlanEditing();
  const [items, setItems] = useTyped<readonly Item[]>(itemsOf(milestone, t('items.gone')), revision);
  const [finding, setFinding] = useState(false);
  const key = `items.${milestone.key}`;
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
  const add = (found: readonly FoundContentFragment[]) => save([...items, ...found.map(({ id, name, kind }) => ({ id, name, kind, mandatory: false }))]);

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
      <ol className={classes.items}>
        {items.map((item, index) => (
          <li key={item.id} className={classes.item}>
            <span className={classes.itemName}>
              {item.name}
              {item.kind && (
                <Text span size="xs" c="dimmed" ms="xs">
                  {t(`kind.${item.kind}`)}
                </Text>
              )}
            </span>
            <Checkbox
              size="xs"
              label={t('items.mandatory')}
              aria-label={t('items.mandatoryOf', { name: item.name })}
              checked={item.mandatory}
              onChange={(event) => {
                const mandatory = event.currentTarget.checked;
                save(items.map((other) => (other === item ? { ...other, mandatory } : other)));
              }}
            />
            <ActionIcon variant="subtle" color="gray" aria-disabled={index === 0} aria-label={t('move.up', { name: item.name })} onClick={() => index > 0 && move(index, index - 1)}>
              <IconArrowUp size={16} aria-hidden />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-disabled={index === items.length - 1}
              aria-label={t('move.down', { name: item.name })}
              onClick={() => index < items.length - 1 && move(index, index + 1)}
            >
              <IconArrowDown size={16} aria-hidden />
            </ActionIcon>
            <ActionIcon variant="subtle" color="gray" aria-label={t('items.remove', { name: item.name })} onClick={() => save(items.filter((other) => other !== item))}>
              <IconX size={16} aria-hidden />
            </ActionIcon>
          </li>
        ))}
      </ol>
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
      <ContentFinder opened={finding} linked={new Set(items.map((item) => item.id))} onAdd={add} onClose={() => setFinding(false)} />
    </Stack>
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
