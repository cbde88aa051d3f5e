import { Button, Stack, Text } from '@mantine/core';
import { ConfirmDialog } from '@milepost/web/ui/confirm-dialog.tsx';
import { EmptyState } from '@milepost/web/ui/empty-state.tsx';
import { IconPlus } from '@milepost/web/ui/icons.ts';
import { useAnnounce } from '@milepost/web/ui/live-region.tsx';
import { readDueRule } from '@milepost/web/ui/due-rule-fields.tsx';
import { useAddressParams } from '@milepost/web/ui/address-params.ts';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { areAtOneGlance } from './at-one-glance.ts';
import classes from './content-step.module.css';
import { type MilestoneActs, MilestoneCard } from './milestone-card.tsx';
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
  const { plan, version, queue, revision, change, settle } = usePlanEditing();
  const { milestones } = version;
  const order = useOrder(milestones, revision);
  const [removing, setRemoving] = useState<EditedMilestoneFragment>();
  const { opened, toggle } = useOpened(milestones);
  const added = useFocusOnAdded(milestones);
  useFocusAt();

  const nothingToCompare = { mine: '', theirs: () => '' };
  const add = () => {
    added.expect();
    const milestoneKey = crypto.randomUUID();
    toggle(milestoneKey);
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
  const firstRequired = order.sorted.findIndex(({ metric }) => metric !== 'NONE');
  const problemsOf = useMemo(() => countBy(plan.problems), [plan.problems]);
  const acts = useSameActs<MilestoneActs>({
    toggle: (key) => {
      // What is typed in it is not to wait for its pause any more.
      if (opened.has(key)) void settle();
      toggle(key);
    },
    move: (key, to) => {
      const milestone = milestones.find((each) => each.key === key);
      if (milestone) move(milestone, to);
    },
    remove: (key) => setRemoving(milestones.find((each) => each.key === key)),
  });
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
                  isFirst={firstRequired < 0 || index <= firstRequired}
                  opened={opened.has(milestone.key)}
                  problems={problemsOf.get(milestone.key) ?? 0}
                  revision={revision}
                  acts={acts}
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
  const byKey = new Map(milestones.map((milestone) => [milestone.key, milestone]));
  const sorted = keys.flatMap((key) => byKey.get(key) ?? []);
  const move = (key: string, to: number) => setLocal({ mark, keys: keys.filter((each) => each !== key).toSpliced(to, 0, key) });
  return { sorted, move };
}

/** Which milestones are opened: all of a small plan, and one that an address leads to. */
function useOpened(milestones: readonly EditedMilestoneFragment[]) {
  const [params] = useAddressParams();
  const at = params.get('at');
  const isSmall = areAtOneGlance(milestones);
  const [{ opened, ledTo }, setState] = useState<{ opened: ReadonlySet<string>; ledTo: string | null }>(() => ({
    opened: new Set(isSmall ? milestones.map(({ key }) => key) : []),
    ledTo: null,
  }));
  if (at !== null && at !== ledTo) setState({ opened: new Set([...opened, at]), ledTo: at });
  const toggle = (key: string) =>
    setState((before) => {
      const next = new Set(before.opened);
      if (!next.delete(key)) next.add(key);
      return { ...before, opened: next };
    });
  return { opened, toggle };
}

const countBy = (problems: readonly { readonly milestoneKey: string | null }[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { milestoneKey } of problems) if (milestoneKey !== null) counts.set(milestoneKey, (counts.get(milestoneKey) ?? 0) + 1);
  return counts;
};

/** Acts that stay the same functions and do what those of the last rendering do. */
function useSameActs<Acts extends object>(acts: Acts): Acts {
  const last = useRef(acts);
  last.current = acts;
  const [same] = useState(() => {
    const call = (name: keyof Acts) => (...input: unknown[]) => (last.current[name] as (...input: unknown[]) => unknown)(...input);
    return Object.fromEntries(Object.keys(acts).map((name) => [name, call(name as keyof Acts)])) as Acts;
  });
  return same;
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
