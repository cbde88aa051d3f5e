import { useMemo } from 'react';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import type { OperationPartsFragment, OperationRowPartsFragment } from './operation.generated.ts';

/** Classes of a preview under which something is changed, by kind of operation. */
const changing: Readonly<Record<string, readonly string[]>> = {
  ASSIGN: ['APPLIED', 'NEW_CYCLE', 'MERGED', 'CONFLICT', 'EXCEPTION'],
  IMPORT_ASSIGNMENT: ['APPLIED', 'MERGED', 'CONFLICT', 'EXCEPTION'],
  UPDATE_ASSIGNMENT: ['JOINS', 'LEAVES'],
  INACTIVATE_PLAN: [],
  ACTIVATE_PLAN: ['JOINS', 'LEAVES'],
  ARCHIVE_PLAN: ['CLOSED'],
  END_ASSIGNMENT: ['ENDED'],
  LIFT_SUPPRESSION: ['LIFTED'],
  UNASSIGN: ['UNASSIGNED', 'TAKEN_OUT', 'SUPPRESSED', 'KEPT_BY_THEMSELVES'],
  SET_DUE: ['CHANGED', 'CHANGED_AND_DETACHED'],
  WAIVE: ['CHANGED', 'CHANGED_AND_DETACHED'],
  HOLD_STEP: ['HELD'],
  RESUME_STEP: ['RESUMED', 'RESUMED_OPEN'],
  RELEASE_STEP: ['RELEASED', 'RELEASED_LOCKED'],
  RESOLVE_EXCEPTIONS: ['RESOLVED', 'DISMISSED'],
  MERGE_PERSON: ['RECORD', 'MOVED', 'UNITED', 'READ_THROUGH', 'COUNTED_ONCE', 'LEADS_TO_SURVIVOR', 'SURVIVOR_WINS'],
  SET_GROUP_CONFLICT: ['EARLIER', 'LATER', 'DATED', 'UNDATED', 'MILESTONES_ONLY'],
  IMPORT_PEOPLE: ['NEW', 'CHANGED', 'ABSENT'],
  MERGE: ['MERGED', 'PART', 'MOVED'],
  GROUP_RULE: ['JOINS', 'LEAVES'],
  IMPORT_GROUP: ['JOINS'],
  IMPORT_COMPLETIONS: ['NEW'],
  ADD_COMPLETIONS: ['NEW', 'NEW_EARLY'],
  REVOKE_COMPLETIONS: ['REVOKED'],
  LEAVE_GROUP: ['LEAVES'],
  MIGRATE_PLAN_VERSION: ['COMPLETES_AT_ONCE', 'LOSES_CREDIT', 'GAINS_WORK', 'OTHER_DUE_DATE', 'NO_DIFFERENCE', 'ASKED_FOR_NEW', 'HAS_NEW_ALREADY'],
};
const changedByUndo: readonly string[] = ['TAKEN_BACK'];

/** How many rows of a preview would change something: the number that is repeated before the commit. */
export const affectedBy = ({ kind, undoes, counts }: Pick<OperationPartsFragment, 'kind' | 'undoes' | 'counts'>): number =>
  counts.filter((count) => (undoes ? changedByUndo : changing[kind])?.includes(count.class) ?? true).reduce((sum, count) => sum + count.rows, 0);

/** Whether there is anything to carry out. */
export const changesSomething = (operation: Pick<OperationPartsFragment, 'kind' | 'undoes' | 'counts' | 'changesBeyondRows'>): boolean => affectedBy(operation) > 0 || operation.changesBeyondRows;

/** A version is published whomever it takes along; taking people back to theirs publishes nothing. */
const publishesVersion = ({ kind, undoes }: Pick<OperationPartsFragment, 'kind' | 'undoes'>): boolean => kind === 'MIGRATE_PLAN_VERSION' && !undoes;

/** Whether there is anything to take back: who was not taken along by a version is not put back. */
export const hasSomethingToUndo = (operation: Pick<OperationPartsFragment, 'kind' | 'undoes' | 'counts'>): boolean => !publishesVersion(operation) || affectedBy(operation) > 0;

const order: readonly string[] = [
  'TAKEN_BACK', 'LOSES_CREDIT', 'GAINS_WORK', 'ASKED_FOR_NEW', 'OTHER_DUE_DATE', 'COMPLETES_AT_ONCE', 'HAS_NEW_ALREADY', 'NO_DIFFERENCE', 'STAYS_COMPLETE', 'STAYS_ON_VERSION', 'RECORD', 'UNITED', 'EARLIER', 'LATER', 'DATED', 'UNDATED', 'MILESTONES_ONLY', 'APPLIED', 'NEW_CYCLE', 'JOINS', 'LEAVES', 'ENDED', 'CLOSED', 'KEEPS', 'MOVED', 'NEW', 'NEW_EARLY', 'REVOKED', 'CHANGED', 'CHANGED_AND_DETACHED', 'RELEASED', 'RELEASED_LOCKED', 'HELD', 'RESUMED_OPEN', 'RESUMED', 'UNASSIGNED', 'TAKEN_OUT', 'SUPPRESSED', 'LIFTED',
  'KEPT_BY_THEMSELVES', 'MERGED', 'PART', 'MEANS_OTHER', 'ABSENT', 'CONFLICT', 'EXCEPTION', 'ALREADY_COMPLETED', 'NOT_COMPLETED', 'DAY_AHEAD', 'ERROR',
];

/** Counts with what is changed first and what is left alone last, in whatever order they come. */
export function inOrder(counts: OperationPartsFragment['counts']): OperationPartsFragment['counts'] {
  const placeOf = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  return counts.toSorted((a, b) => placeOf(a.class) - placeOf(b.class));
}

const havingClasses: readonly string[] = ['MERGED', 'CONFLICT', 'SKIPPED_ALREADY_COMPLETED', 'SKIPPED_ALREADY_ASSIGNED'];

/** How many people of an assignment's preview have the plan already, for whatever reason. */
export const haveItAlready = (operation: Pick<OperationPartsFragment, 'counts'>): number =>
  operation.counts.filter((count) => havingClasses.includes(count.class)).reduce((sum, count) => sum + count.rows, 0);

/** Kinds that say of their rows what another one says. */
export const saidAs: Readonly<Record<string, string>> = { IMPORT_ASSIGNMENT: 'ASSIGN', HOLD_STEP: 'RELEASE_STEP', RESUME_STEP: 'RELEASE_STEP' };

/** The states in which an operation works by itself. */
export const isRunning = (state: OperationPartsFragment['state']): boolean => state === 'ANALYSING' || state === 'APPLYING' || state === 'UNDOING';

/** Whether an operation was committed and then stopped before its end: what it did stays, and it can go on. */
export const wasGivenUp = ({ state, committedAt }: Pick<OperationPartsFragment, 'state' | 'committedAt'>): boolean => state === 'FAILED' && committedAt !== null;

/** Where completions of several things are taken back, none is named. */
const nameOfKind = (kind: string, title: unknown): string => (kind === 'REVOKE_COMPLETIONS' && (title as { item?: string }).item === undefined ? 'REVOKE_SEVERAL' : kind);

/** Says what an operation is and what became of its rows. */
export function useOperationWords() {
  const { t } = useTranslation('operations');
  return useMemo(() => {
    const words = {
      title: ({ kind, title, undoes }: Pick<OperationPartsFragment, 'kind' | 'title' | 'undoes'>): string => {
        const { policy, more = 0 } = title as { policy?: string; more?: number };
        const policyName = policy === undefined ? '' : t(`policy.${policy as 'STRICTEST'}`, { defaultValue: policy });
        const named = { ...(title as object), policyName };
        const act = more > 0 ? t('kindSeveral', { ...named, count: more }) : t(`kind.${nameOfKind(kind, title) as 'ASSIGN'}`, { ...named, defaultValue: kind });
        return undoes ? t('undo.title', { act }) : act;
      },
      /** Before the commit what would become of rows of a class, afterwards what became of them. */
      class: ({ kind, state, committedAt, undoes }: Pick<OperationPartsFragment, 'kind' | 'state' | 'committedAt' | 'undoes'>, name: string): string => {
        if (undoes) {
          const when = committedAt ? 'outcome' : 'class';
          return t(`undo.${when}.${kind as 'MERGE'}.${name as 'TAKEN_BACK'}`, { defaultValue: t(`undo.${when}.${name as 'TAKEN_BACK'}`, { defaultValue: name }) });
        }
        const said = saidAs[kind] ?? kind;
        const before = t(`class.${said as 'ASSIGN'}.${name as 'APPLIED'}`, { defaultValue: name });
        return committedAt && state !== 'SCHEDULED' ? t(`outcome.${said as 'ASSIGN'}.${name as 'APPLIED'}`, { defaultValue: before }) : before;
      },
      /** Why it can be carried out though it concerns nobody at present; absent: it cannot. */
      nobody: ({ kind, changesBeyondRows }: Pick<OperationPartsFragment, 'kind' | 'changesBeyondRows'>): string | undefined =>
        changesBeyondRows ? t(`nobody.${kind as 'ASSIGN'}`, { defaultValue: t('nobody.OTHER') }) : undefined,
      state: (state: OperationPartsFragment['state']): string => t(`state.${state}`),
      /** What carrying it out means beside its rows; empty: nothing. */
      about: ({ kind, title, undoes }: Pick<OperationPartsFragment, 'kind' | 'title' | 'undoes'>): string => {
        const { choice } = title as { choice?: string };
        return undoes ? '' : t(`about.${(choice ? `${kind}_${choice}` : kind) as 'ARCHIVE_PLAN'}`, { ...(title as object), defaultValue: '' });
      },
      /** What the button says that carries a waiting preview out, with the number that it changes. */
      commit: (operation: Pick<OperationPartsFragment, 'kind' | 'title' | 'undoes'>, numbers: { readonly count: number; readonly number: string }): string =>
        publishesVersion(operation) ? t('waiting.publish', { ...(operation.title as object), ...numbers }) : t('waiting.commit', numbers),
    };
    return {
      ...words,
      /** What becomes of one row; of a merge of records, with what it is that the record has. */
      row: (operation: Pick<OperationPartsFragment, 'kind' | 'state' | 'committedAt' | 'undoes'>, row: Pick<OperationRowPartsFragment, 'class' | 'details'>): string => {
        const becomes = words.class(operation, row.class);
        const { what } = (row.details ?? {}) as { what?: string };
        return what ? t('heldAs', { what: t(`held.${what as 'GROUP'}`, { defaultValue: what }), becomes }) : becomes;
      },
    };
  }, [t]);
}
