import { skipToken } from '@apollo/client/react';
import { queryState } from '@milepost/web/apollo/list-state.ts';
import type { PreviewStart } from '@milepost/web/apollo/preview-start.ts';
import { useAct } from '@milepost/web/apollo/use-act.ts';
import { useFormat } from '@milepost/web/i18n/format.ts';
import type { Failure } from '@milepost/web/ui/error-state.tsx';
import { OperationDrawer, type OperationStage } from '@milepost/web/ui/operation-drawer.tsx';
import type { OperationPreview } from '@milepost/web/ui/operation-preview.tsx';
import { type ReactNode, useState } from 'react';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import {
  CancelOperationDocument,
  type OperationPartsFragment,
  useOperationRowsQuery,
  useOperationStateQuery,
} from './operation.generated.ts';
import { OperationLive } from './operation-live.tsx';
import { OperationFigures } from './operation-report.tsx';
import { OperationRows } from './operation-rows.tsx';
import { nameOf } from './row-details.ts';
import { useMoveWords } from './use-move-words.ts';
import { NotForReader } from './not-for-reader.tsx';
import { useCommitOperation } from './use-commit-operation.ts';
import { affectedBy, haveItAlready, inOrder, useOperationWords, wasGivenUp } from './use-operation-words.ts';

interface OperationFlowProps {
  opened: boolean;
  title: string;
  choose: ReactNode;
  chosen: boolean;
  /** Asks for the preview; a refusal is shown by the form itself. */
  start(): Promise<PreviewStart>;
  commitLabel(count: number): string;
  /** Asks for the same once more, now also for those who have completed it (2.6). */
  startAgain?: () => Promise<PreviewStart>;
  onClose(): void;
}

const sampleSize = 8;
const effects = ['coursesInProgress', 'coursesResting', 'plansInProgress', 'plansResting'] as const;

/** A bulk act from the choice to the report (U21–U27). What was committed goes on when the drawer is closed. */
export function OperationFlow({ opened, title, choose, chosen, start, startAgain, commitLabel, onClose }: OperationFlowProps) {
  const act = useAct();
  const commitOperation = useCommitOperation();
  const [operationId, setOperationId] = useState<string>();
  const [starting, setStarting] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  /** The counts of a preview that no longer holds. */
  const [before, setBefore] = useState<OperationPartsFragment['counts']>();
  const query = useOperationStateQuery(operationId ? { variables: { id: operationId }, fetchPolicy: 'cache-and-network' } : skipToken);
  const operation = query.data?.operation ?? undefined;
  const [isAgain, setAgain] = useState(false);

  const ask = async (wish = start) => {
    setStarting(true);
    setFailure(undefined);
    setBefore(undefined);
    const started = await wish();
    setStarting(false);
    if (started.is === 'FAILED') setFailure(started.failure);
    if (started.is === 'STARTED') setOperationId(started.operationId);
  };
  const giveUp = () => {
    if (operation?.viewerCan.discard) void act(CancelOperationDocument, { operationId: operation.id });
    setOperationId(undefined);
    setFailure(undefined);
    setBefore(undefined);
    setAgain(false);
  };
  const again = () => {
    if (!startAgain) return;
    giveUp();
    setAgain(true);
    void ask(startAgain);
  };
  const preview = usePreview(operation, before, startAgain && !isAgain ? again : undefined);
  const commit = async () => {
    if (!operation) return;
    setFailure(undefined);
    const committed = await commitOperation(operation);
    if (committed.is === 'STALE') setBefore(operation.counts);
    if (committed.is === 'FAILED') setFailure(committed.failure);
  };
  const close = () => {
    onClose();
    if (operation && operation.state !== 'ANALYSING' && operation.state !== 'APPLYING') giveUp();
  };

  const state = queryState(query, operation);
  return (
    <>
      {operationId && <OperationLive id={operationId} />}
      <OperationDrawer
        opened={opened}
        title={title}
        choose={choose}
        chosen={chosen}
        onPreview={() => void ask()}
        onBack={giveUp}
        onCommit={() => void commit()}
        commitLabel={commitLabel}
        onClose={close}
        stage={stageOf()}
      />
    </>
  );

  function stageOf(): OperationStage {
    if (failure) return { is: 'FAILED', failure, retry: () => (operation ? setFailure(undefined) : void ask()) };
    if (starting) return { is: 'PREVIEWING' };
    if (!operationId) return { is: 'CHOOSING' };
    if (state.is === 'failed') return { is: 'FAILED', failure: state.failure, retry: state.retry };
    if (!operation) return { is: 'PREVIEWING' };
    if (wasGivenUp(operation)) return { is: 'FINISHED', report: <Report operation={operation} /> };
    switch (operation.state) {
      case 'ANALYSING':
        return { is: 'PREVIEWING' };
      case 'PREVIEWED':
        return preview ? { is: 'PREVIEWED', preview, barred: operation.viewerCan.commit ? undefined : <NotForReader operation={operation} /> } : { is: 'PREVIEWING' };
      case 'APPLYING':
      case 'UNDOING':
        return { is: 'RUNNING', done: operation.rowsDone, total: operation.rowsTotal };
      case 'FAILED':
      case 'EXPIRED':
      case 'CANCELLED':
        return { is: 'FAILED', failure: { kind: 'OTHER', text: operation.problem?.message ?? '', lost: 'NOTHING' }, retry: giveUp };
      case 'SCHEDULED':
      case 'DONE':
      case 'UNDONE':
        return { is: 'FINISHED', report: <Report operation={operation} /> };
    }
  }
}

function Report({ operation }: { operation: OperationPartsFragment }) {
  return (
    <>
      <OperationFigures operation={operation} />
      <OperationRows operation={operation} />
    </>
  );
}

/** The preview of an operation in words; where it differs from one that was looked at before, that is said first. */
function usePreview(operation: OperationPartsFragment | undefined, before: OperationPartsFragment['counts'] | undefined, again?: () => void): OperationPreview | undefined {
  const { t } = useTranslation('operations');
  const words = useOperationWords();
  const format = useFormat();
  const previewed = operation?.state === 'PREVIEWED' ? operation : undefined;
  const aboutMove = useMoveWords();
  const rows = useOperationRowsQuery(previewed ? { variables: { id: previewed.id, first: sampleSize }, fetchPolicy: 'network-only' } : skipToken);
  if (!previewed) return undefined;
  const ruleFacts = ({ groupRule }: OperationPartsFragment) =>
    groupRule
      ? [
          { id: 'before', label: t('rule.before'), text: groupRule.before ?? t('rule.none') },
          { id: 'after', label: t('rule.after'), text: groupRule.after },
        ]
      : [];
  const effectFacts = ({ revocationEffects }: OperationPartsFragment) => {
    if (!revocationEffects) return [];
    const said = effects.filter((each) => revocationEffects[each] > 0).map((each) => t('revocation.effect', { what: t(`revocation.${each}`), number: format.number(revocationEffects[each]) }));
    return [{ id: 'effects', label: t('revocation.label'), text: said.join(' · ') || t('revocation.none') }];
  };
  const changes: { id: string; text: string }[] = (before ? [...new Set([...before, ...previewed.counts].map((count) => count.class))] : []).flatMap((name) => {
    const [was, now] = [before, previewed.counts].map((counts) => counts?.find((count) => count.class === name)?.rows ?? 0);
    return was === now ? [] : [{ id: `stale ${name}`, text: t('stale', { what: words.class(previewed, name), was: format.number(was ?? 0), now: format.number(now ?? 0) }) }];
  });
  if (before && changes.length === 0) changes.push({ id: 'stale', text: t('staleRows') });
  const attention = previewed.counts
    .filter((count) => (count.class === 'CONFLICT' || count.class === 'ERROR' || count.class === 'EXCEPTION') && count.rows > 0)
    .map((count) => ({ id: count.class, text: t(`attention.${count.class as 'CONFLICT'}`, { count: count.rows }) }));
  const completed = previewed.counts.find((count) => count.class === 'SKIPPED_ALREADY_COMPLETED')?.rows ?? 0;
  const offer = again && completed > 0 ? [{ id: 'again', text: t('again.text', { count: completed }), action: { label: t('again.action'), run: again } }] : [];
  return {
    id: previewed.previewHash ?? '',
    affected: affectedBy(previewed),
    counts: inOrder(previewed.counts)
      .map((count) => ({ id: count.class, label: words.class(previewed, count.class), count: count.rows }))
      // Said also when it is nobody: whoever assigns wants to know it.
      .concat(previewed.kind === 'ASSIGN' ? { id: 'have already', label: t('haveAlready'), count: haveItAlready(previewed) } : []),
    conflicts: [...changes, ...attention, ...offer],
    parts: previewed.countsByTarget.map(({ targetId, target, counts }) => ({
      id: targetId,
      label: target?.name ?? '–',
      counts: inOrder(counts).map((count) => ({ id: count.class, label: words.class(previewed, count.class), count: count.rows })),
    })),
    facts: [...ruleFacts(previewed), ...effectFacts(previewed)],
    nobodyText: words.nobody(previewed),
    sample: (rows.data?.operation?.rows.edges ?? []).flatMap(({ node }) => {
      const about = aboutMove(node) ?? words.row(previewed, node);
      const target = node.target && previewed.countsByTarget.length > 0 ? node.target.name : '';
      return previewed.kind === 'MERGE_PERSON' || node.person ? [{ id: String(node.ordinal), name: nameOf(node), note: [target, about].filter(Boolean).join(' · ') }] : [];
    }),
  };
}
