import { Button, Stack, Text } from '@mantine/core';
import { ConfirmDialog } from '@milepost/web/ui/confirm-dialog.tsx';
import { EmptyState } from '@milepost/web/ui/empty-state.tsx';
import { IconPlus } from '@milepost/web/ui/icons.ts';
import { useAnnounce } from '@milepost/web/ui/live-region.tsx';
import { readDueRule } from '@milepost/web/ui/due-rule-fields.tsx';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import classes from './content-step.module.css';
import { MilestoneCard } from './milestone-card.tsx';
import type { EditedMilestoneFragment } from './plan-draft.generated.ts';
import { AddMilestoneDocument, MoveMilestoneDocument, RemoveMilestoneDocument } from './plan-edits.generated.ts';
import { usePlanEditing } from './plan-editing.tsx';
import { SortableList } from './sortable-list.tsx';
import { useFocusAt } from './use-focus-at.ts';
import { useMilestoneWords } from './use-milestone-words.ts';

/** Step 2: the milestones in order, each with what is linked to it. */
export function ContentStep() {
  const { t } = useTranslation(['plans', 'ui']);
  const announce = useAnnounce();
  const words = useMilestoneWords();
  const { version, queue, revision, change, settle } = usePlanEditing();
  const { milestones } = version;
  const order = useOrder(milestones, revision);
  const [removing, setRemoving] = useState<EditedMilestoneFragment>();
  const added = useFocusOnAdded(milestones);
  useFocusAt();

  const nothingToCompare = { mine: '', theirs: () => '' };
  const add = () => {
    added.expect();
    const milestoneKey = crypto.randomUUID();
    change(
      { key: `add.${milestoneKey}`, lane: 'DRAFT', label: t('milestone.add'), ...nothingToCompare },
      AddMilestoneDocument,
      { milestone: { metric: 'SESSIONS', units: '1' }, milestoneKey },
      'now',
      { document: RemoveMilestoneDocument as never, input: { milestoneKey }, exact: true, key: `remove.${milestoneKey}` },
    );
  };
  const move = (milestone: EditedMilestoneFragment, to: number) => {
    const from = order.sorted.indexOf(milestone);
    order.move(milestone.key, to);
    announce(t('items.moved', { name: words.name(milestone), place: to + 1, total: milestones.length }));
    change(
      { key: `move.${milestone.key}`, lane: 'DRAFT', label: t('milestone.place', { name: words.name(milestone) }), mine: String(to + 1), theirs: (plan) => placeIn(plan.draftVersion?.milestones, milestone.key) },
      MoveMilestoneDocument,
      { milestoneKey: milestone.key, position: to },
      'now',
      { document: MoveMilestoneDocument as never, input: { milestoneKey: milestone.key, position: from }, exact: true },
    );
  };
  const remove = async (milestone: EditedMilestoneFragment) => {
    change(
      { key: `remove.${milestone.key}`, lane: 'DRAFT', label: t('milestone.remove', { name: words.name(milestone) }), ...nothingToCompare },
      RemoveMilestoneDocument,
      { milestoneKey: milestone.key },
      'now',
      { document: AddMilestoneDocument as never, input: { ...wholeOf(milestone), position: order.sorted.indexOf(milestone) }, exact: true, key: `add.${milestone.key}` },
    );
    setRemoving(undefined);
    await settle();
  };
  const addButton = (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={add}>
      {t('milestone.add')}
    </Button>
  );
  const refusals = Object.entries(queue.refused).filter(([key]) => /^(add|move|remove)\./.test(key));

  return (
    <Stack data-at="plan" tabIndex={-1}>
      {refusals.map(([key, message]) => (
        <p key={key} role="alert" className={classes.problem}>
          {message}
        </p>
      ))}
      {milestones.length === 0 ? (
        <EmptyState order={3} title={t('milestone.none')} text={t('milestone.noneText')} action={addButton} />
      ) : (
        <>
          <SortableList ids={order.sorted.map(({ key }) => key)} onMove={(from, to) => order.sorted[from] && move(order.sorted[from], to)}>
            <ol className={classes.milestones} aria-label={t('milestone.list')}>
              {order.sorted.map((milestone, index) => (
                <MilestoneCard
                  key={milestone.key}
                  milestone={milestone}
                  place={index + 1}
                  total={milestones.length}
                  isFirst={order.sorted.slice(0, index).every((each) => each.metric === 'NONE')}
                  onMove={(to) => move(milestone, to)}
                  onRemove={() => setRemoving(milestone)}
                />
              ))}
            </ol>
          </SortableList>
          <div>{addButton}</div>
        </>
      )}
      <ConfirmDialog
        opened={removing !== undefined}
        title={removing ? t('milestone.removeTitle', { name: words.name(removing) }) : ''}
        confirmLabel={t('milestone.removeConfirm')}
        onConfirm={() => removing && remove(removing)}
        onClose={() => setRemoving(undefined)}
      >
        <Text size="sm">{t('milestone.removeText', { count: removing?.items.length ?? 0 })}</Text>
      </ConfirmDialog>
    </Stack>
  );
}

/** A milestone with all that is in it, as it is added again. */
function wholeOf({ key, name, description, metric, units, creditType, dueRule, itemOrderEnforced, releaseRule, items }: EditedMilestoneFragment) {
  return {
    milestoneKey: key,
    milestone: { name, description, metric, units, creditType, dueRule: readDueRule(dueRule), itemOrderEnforced, releaseRule },
    items: items.map(({ learningObjectId, mandatory }) => ({ learningObjectId, mandatory })),
  };
}

const placeIn = (milestones: readonly EditedMilestoneFragment[] | undefined, key: string) => String((milestones?.findIndex((each) => each.key === key) ?? -1) + 1);

/** The order as it was just set, before the server has answered: pressing a button twice moves by two. */
function useOrder(milestones: readonly EditedMilestoneFragment[], revision: number) {
  const stored = milestones.map((milestone) => milestone.key);
  const mark = `${revision} ${stored.join(' ')}`;
  const [local, setLocal] = useState({ mark, keys: stored });
  const keys = local.mark === mark ? local.keys : stored;
  const sorted = keys.flatMap((key) => milestones.find((milestone) => milestone.key === key) ?? []);
  const move = (key: string, to: number) => setLocal({ mark, keys: keys.filter((each) => each !== key).toSpliced(to, 0, key) });
  return { sorted, move };
}

/** Puts the focus into the name of a milestone that was just added. */
function useFocusOnAdded(milestones: readonly EditedMilestoneFragment[]) {
  const expected = useRef(false);
  const known = useRef(new Set(milestones.map((milestone) => milestone.key)));
  useEffect(() => {
    const fresh = milestones.find((milestone) => !known.current.has(milestone.key));
    known.current = new Set(milestones.map((milestone) => milestone.key));
    if (!fresh || !expected.current) return;
    expected.current = false;
    document.querySelector<HTMLElement>(`[data-at="${CSS.escape(fresh.key)}"] [data-field="name"]`)?.focus();
  }, [milestones]);
  return {
    expect: () => {
      expected.current = true;
    },
  };
}
