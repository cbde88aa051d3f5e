import { checkPersonMerge, succeed, uniteRecords, type MergedRecord } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { refuseWith, type Outcome } from '../../platform/request/user-problem.ts';
import { mayNameAdmin, peopleScope, readRoles } from '../access/index.ts';
import { createOperation, storePreview, writeGivenRows, type GivenRow, type Preview } from '../operations/index.ts';
import { lockImports } from '../people-import/index.ts';
import { findVisible } from '../people/index.ts';
import { lockRecords, readHeld, readManagersOf, type Held } from './merge-inventory.queries.ts';

/** What the operation keeps of a merge of two records of one person. */
export interface PersonMergeInput {
  readonly fromId: string;
  readonly intoId: string;
  /** What the record was before; an undo gives it back. */
  readonly statusBefore: MergedRecord['status'];
}

/** A row of a merge: something that a record has. */
export type PersonMergeRow = GivenRow<{ readonly name: string; readonly what: Held['what'] | 'PERSON'; readonly field?: string; readonly reportsTo?: 'ABOVE' }>;

/** Rows per chunk; the first holds all that is moved at once. */
export const chunkSize = 500;

/**
 * Previews merging one record of a person into another (2.1, 2.6): what comes over, and what the survivor has already, where the survivor
 * wins. Refuses who may not change both, or could not have given the rights that the two have together.
 */
export async function previewPersonMerge(transaction: Transaction, caller: Caller, { fromId, intoId }: Pick<PersonMergeInput, 'fromId' | 'intoId'>): Promise<Outcome<{ id: string }>> {
  for (const [id, field] of [[fromId, 'fromId'], [intoId, 'intoId']] as const) {
    const [visible] = await findVisible(transaction, peopleScope(caller, 'PEOPLE_READ'), id);
    if (!visible) return refuseWith('NOT_FOUND', field);
  }
  if (!caller.acts.has('DIRECTORY_EDIT')) return refuseWith('NOT_ALLOWED');
  if (caller.actor.id === fromId) return refuseWith('NOT_ONESELF', 'fromId');
  const roles = [...(await readRoles(transaction, fromId)), ...(await readRoles(transaction, intoId))];
  if (!roles.every((role) => mayNameAdmin(caller, role))) return refuseWith('NOT_ALLOWED');
  const checked = await checkRecords(transaction, fromId, intoId);
  if (!checked.ok) return checked;
  const { from, into } = checked.value;
  const input: PersonMergeInput = { fromId, intoId, statusBefore: from.status };
  const id = await createOperation(transaction, { kind: 'MERGE_PERSON', title: { from: from.name, into: into.name }, input });
  await storePreview(transaction, id, await classifyPersonMerge(transaction, id, input));
  return succeed({ id });
}

/** Both records, locked; whoever writes people comes one after the other. */
export async function checkRecords(transaction: Transaction, fromId: string, intoId: string): Promise<Outcome<{ from: MergedRecord; into: MergedRecord }>> {
  await lockImports(transaction);
  const records = await lockRecords(transaction, [fromId, intoId]);
  const [from, into] = [records.get(fromId), records.get(intoId)];
  if (!from) return refuseWith('NOT_FOUND', 'fromId');
  if (!into) return refuseWith('NOT_FOUND', 'intoId');
  const checked = checkPersonMerge(from, into);
  return checked.ok ? succeed({ from, into }) : refuseWith(checked.problem.code, { name: checked.problem.name }, 'intoId');
}

/** Stores what a merge comes to as of now. */
export async function classifyPersonMerge(transaction: Transaction, operationId: string, { fromId, intoId }: PersonMergeInput): Promise<Preview> {
  const records = await lockRecords(transaction, [fromId, intoId]);
  return writeGivenRows(transaction, operationId, await readMergeRows(transaction, { fromId, intoId }), JSON.stringify([...records.values()]), chunkSize);
}

/** The rows of a merge: the record itself, then what it has; people who report to it come last. */
export async function readMergeRows(transaction: Transaction, { fromId, intoId }: Pick<PersonMergeInput, 'fromId' | 'intoId'>): Promise<PersonMergeRow[]> {
  const names = await lockRecords(transaction, [fromId]);
  const held = await readHeld(transaction, [fromId, intoId]);
  const [ofFrom, ofInto] = [held.get(fromId) ?? [], held.get(intoId) ?? []];
  // Whoever is the survivor, or above it, would come to manage themselves: they report to whom the record reported.
  const circling = new Set([intoId, ...(await readManagersOf(transaction, intoId))]);
  const united = uniteRecords(ofFrom.map((thing) => ({ ...thing, key: `${thing.what}:${thing.key}` })), ofInto.map((thing) => ({ id: thing.id, key: `${thing.what}:${thing.key}` })));
  return [
    { id: fromId, class: 'RECORD', details: { name: names.get(fromId)!.name, what: 'PERSON' } },
    ...united.map(({ id, name, what, key, collides }): PersonMergeRow => ({
      id,
      class: what === 'REPORT' && circling.has(id) ? 'WOULD_CIRCLE' : classOf(what, collides),
      details: { name, what, ...(what === 'IDENTIFIER' ? { field: key.slice('IDENTIFIER:'.length) } : {}), ...(what === 'REPORT' && circling.has(id) ? { reportsTo: 'ABOVE' } : {}) },
    })),
  ];
}

/** Identifiers stay with the record, and lead to the survivor; what both have is the survivor's; the rest comes over. */
function classOf(what: Held['what'], collides: boolean): string {
  if (what === 'IDENTIFIER') return 'LEADS_TO_SURVIVOR';
  if (what === 'EVIDENCE') return collides ? 'COUNTED_ONCE' : 'READ_THROUGH';
  if (what === 'ENROLLMENT') return collides ? 'UNITED' : 'MOVED';
  return collides ? 'SURVIVOR_WINS' : 'MOVED';
}
