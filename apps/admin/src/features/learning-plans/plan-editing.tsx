import { useApolloClient } from '@apollo/client/react';
import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { onComeback } from '@milepost/web/apollo/connection-store.ts';
import { type Answer, useAct } from '@milepost/web/apollo/use-act.ts';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { EditQueue, type EditQueueState, type PlanEdit, versionsOf } from './edit-queue.ts';
import { type EditedPlanFragment, type EditedVersionFragment, PlanDraftDocument } from './plan-draft.generated.ts';

/** What a mutation of a plan is sent with beside what it changes. */
interface EditInput {
  planId: string;
  rowVersion: number;
}

type Changed = Pick<PlanEdit, 'key' | 'lane' | 'label' | 'mine' | 'theirs'>;

interface PlanEditing {
  readonly plan: EditedPlanFragment;
  readonly version: EditedVersionFragment;
  /** A published plan, or one that the reader may not change. */
  readonly readOnly: boolean;
  readonly queue: EditQueueState;
  /** Goes up when fields must be read from the server again. */
  readonly revision: number;
  change<Data, Variables extends OperationVariables & { input: EditInput }>(
    what: Changed,
    document: TypedDocumentNode<Data, Variables>,
    input: Omit<Variables['input'], keyof EditInput | 'clientMutationId'>,
    when?: 'now' | 'after typing',
  ): void;
  retry(): void;
  /** Saves what waits; true when all of it is saved. */
  settle(): Promise<boolean>;
  /** The draft as it was last saved here: what an act on all of it is sent with. */
  draftRowVersion(): number;
  readTheirs(): Promise<EditedPlanFragment | undefined>;
  keepMine(theirs: EditedPlanFragment): Promise<void>;
  takeTheirs(theirs: EditedPlanFragment): void;
}

const PlanEditingContext = createContext<PlanEditing | null>(null);

/** Lets everything below change the plan; all changes go through one queue. */
export function PlanEditingProvider({ plan, version, children }: { plan: EditedPlanFragment; version: EditedVersionFragment; children: ReactNode }) {
  const act = useAct();
  const client = useApolloClient();
  const [edits] = useState(() => new EditQueue(versionsOf(plan)));
  const queue = useSyncExternalStore(edits.subscribe, edits.state);
  const [revision, setRevision] = useState(0);
  useEffect(() => onComeback(() => edits.state().save === 'FAILED' && edits.retry()), [edits]);
  // Leaving within the app must not lose the last word typed.
  useEffect(() => () => void edits.settle(), [edits]);

  const editing = useMemo<PlanEditing>(
    () => ({
      plan,
      version,
      readOnly: !plan.viewerCan.edit || !plan.draftVersion,
      queue,
      revision,
      change: (what, document, input, when = 'now') =>
        edits.change(
          {
            ...what,
            send: async (rowVersion, clientMutationId) => onlyResult(await act(document, { ...input, planId: plan.id, rowVersion, clientMutationId })),
          },
          when,
        ),
      retry: () => edits.retry(),
      settle: () => edits.settle(),
      draftRowVersion: () => edits.versions().DRAFT,
      readTheirs: async () => {
        const { data } = await client.query({ query: PlanDraftDocument, variables: { id: plan.id }, fetchPolicy: 'network-only' });
        return data?.learningPlan ?? undefined;
      },
      keepMine: async (theirs) => {
        if (await edits.keepMine(versionsOf(theirs))) setRevision((before) => before + 1);
      },
      takeTheirs: (theirs) => {
        edits.takeTheirs(versionsOf(theirs));
        setRevision((before) => before + 1);
      },
    }),
    [plan, version, queue, revision, edits, act, client],
  );
  return <PlanEditingContext.Provider value={editing}>{children}</PlanEditingContext.Provider>;
}

/** The answer's one field: each of these mutations has exactly one. */
function onlyResult(answer: Answer<unknown>): Awaited<ReturnType<PlanEdit['send']>> {
  if (answer.is === 'FAILED') return answer;
  const [result] = Object.values(answer.data as Record<string, unknown>);
  return { is: 'ANSWERED', data: result as never };
}

/** The plan being written; only inside {@link PlanEditingProvider}. */
export function usePlanEditing(): PlanEditing {
  const editing = useContext(PlanEditingContext);
  if (!editing) throw new Error('usePlanEditing needs a PlanEditingProvider above it');
  return editing;
}
