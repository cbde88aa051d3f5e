import { ActionIcon, Group, Text, Title } from '@mantine/core';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { IconAlertCircle, IconArrowDown, IconArrowUp, IconChevronDown, IconChevronRight, IconTrash } from '@milepost/web/ui/icons.ts';
import { memo, useId } from 'react';
import classes from './content-step.module.css';
import { MilestoneFields } from './milestone-fields.tsx';
import { PlaceField } from './place-field.tsx';
import type { EditedMilestoneFragment } from './plan-draft.generated.ts';
import { useDraggedRow } from './sortable-list.tsx';
import { useMilestoneWords } from './use-milestone-words.ts';
import { useTyped } from './use-typed.ts';

/** What is done with milestones; the same functions from one rendering to the next, so that of 200 cards those are rendered that change. */
export interface MilestoneActs {
  toggle(key: string): void;
  move(key: string, to: number): void;
  remove(key: string): void;
}

interface MilestoneCardProps {
  milestone: EditedMilestoneFragment;
  place: number;
  total: number;
  /** No required milestone stands before it. */
  isFirst: boolean;
  /** Closed it is its heading and what is in it, in a line. */
  opened: boolean;
  /** How many of its problems are listed. */
  problems: number;
  revision: number;
  acts: MilestoneActs;
}

/** One milestone being written: its heading with its place, and opened all that is to be said of it. */
export const MilestoneCard = memo(function MilestoneCard({ milestone, place, total, isFirst, opened, problems, revision, acts }: MilestoneCardProps) {
  const { t } = useTranslation(['plans', 'ui']);
  const words = useMilestoneWords();
  const headingId = useId();
  const { row, isDragged, handle } = useDraggedRow(milestone.key);
  const [name, setName] = useTyped(milestone.name, revision);
  const shown = { name, position: place - 1 };
  const shownName = words.name(shown);
  const { key, metric, units, items } = milestone;
  const Chevron = opened ? IconChevronDown : IconChevronRight;

  return (
    <li {...row} className={isDragged ? `${classes.milestone} ${classes.dragged}` : classes.milestone} data-at={key} tabIndex={-1} aria-labelledby={headingId}>
      <div className={classes.head}>
        {handle}
        <ActionIcon variant="subtle" color="gray" aria-expanded={opened} aria-label={t('milestone.toggle', { name: shownName })} onClick={() => acts.toggle(key)}>
          <Chevron size={18} aria-hidden />
        </ActionIcon>
        <div className={classes.title}>
          <Title order={3} size="h4" id={headingId}>
            {words.heading(shown)}
          </Title>
          {!opened && (
            <Text size="sm" c="dimmed">
              {[metric === 'NONE' ? t('metric.NONE') : t(`content.need.${metric}`, { units: units ?? '', total: items.length }), t('milestone.items', { count: items.length })].join(' · ')}
              {problems > 0 && (
                <Text span size="sm" c="red" ms="xs">
                  <IconAlertCircle size={14} aria-hidden /> {t('milestone.problems', { count: problems })}
                </Text>
              )}
            </Text>
          )}
        </div>
        <Group gap={4} wrap="nowrap">
          <PlaceField label={t('milestone.place', { name: shownName })} place={place} total={total} onMove={(to) => acts.move(key, to)} />
          <ActionIcon variant="subtle" color="gray" aria-disabled={place === 1} aria-label={t('move.up', { name: shownName })} onClick={() => place > 1 && acts.move(key, place - 2)}>
            <IconArrowUp size={18} aria-hidden />
          </ActionIcon>
          <ActionIcon variant="subtle" color="gray" aria-disabled={place === total} aria-label={t('move.down', { name: shownName })} onClick={() => place < total && acts.move(key, place)}>
            <IconArrowDown size={18} aria-hidden />
          </ActionIcon>
          <ActionIcon variant="subtle" color="gray" aria-label={t('milestone.remove', { name: shownName })} onClick={() => acts.remove(key)}>
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        </Group>
      </div>
      {opened && <MilestoneFields milestone={milestone} name={name} onName={setName} isFirst={isFirst} />}
    </li>
  );
});
