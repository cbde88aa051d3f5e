import { type OperationPartsFragment, type OperationRowPartsFragment, OperationRowsDocument, OperationStateDocument, RunningOperationsDocument } from '../features/operations/operation.generated.ts';
import { connectionOf, type Reply, reply } from './render-admin.tsx';

/** How many rows of an operation are of a class. */
export const countOf = (name: string, rows: number) => ({ __typename: 'OperationCount' as const, class: name, rows });

/** What the reader can do with an operation: what is given, and nothing else. */
export const mayAct = (overrides: Partial<OperationPartsFragment['viewerCan']> = {}) => ({
  __typename: 'OperationAbilities' as const, commit: false, discard: false, goOn: false, undo: false, ...overrides,
});

/** A preview `o1` of assigning a plan to 30 people, which the reader can commit. */
export const buildOperation = (overrides: Partial<OperationPartsFragment> = {}): OperationPartsFragment => ({
  __typename: 'Operation', id: 'o1', kind: 'ASSIGN', state: 'PREVIEWED', title: { plan: 'Safety', name: 'Safety' }, rowsTotal: 30, rowsDone: 0, changesBeyondRows: false, previewHash: 'seen',
  createdAt: '2027-01-04T10:00:00Z', committedAt: null, finishedAt: null, startsAt: null, undoUntil: null, committedBy: null, undoes: null, groupRule: null, revocationEffects: null,
  counts: [countOf('APPLIED', 30)], countsByTarget: [], result: [], problem: null, viewerCan: mayAct({ commit: true, discard: true }),
  ...overrides,
});

/** A row of an operation that could not be done. */
export const buildRow = (overrides: Partial<OperationRowPartsFragment> = {}): OperationRowPartsFragment => ({
  __typename: 'OperationRow', ordinal: 3, class: 'ERROR', outcome: null, details: {}, person: null, target: null, problems: [], ...overrides,
});

/** The API tells of this operation, whichever is asked for. */
export const operationIs = (operation: OperationPartsFragment): Reply => reply(OperationStateDocument, () => ({ operation }));

/** The API has these rows of whatever operation is asked for, in every class. */
export const rowsAre = (...rows: readonly OperationRowPartsFragment[]): Reply =>
  reply(OperationRowsDocument, ({ id }) => ({ operation: { __typename: 'Operation' as const, id, rows: connectionOf('OperationRowConnection', 'OperationRowEdge', ...rows) } }));

/** These operations are open. */
export const openOperationsAre = (...operations: readonly OperationPartsFragment[]): Reply =>
  reply(RunningOperationsDocument, () => ({ operations: connectionOf('OperationConnection', 'OperationEdge', ...operations) }));
