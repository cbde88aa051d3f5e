import { lengthBeyond, refuse, succeed, tidy, type MigrationChoice, type Result } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { refuseWith, type UserProblem } from '../../platform/request/user-problem.ts';
import { reachesEverybody } from '../access/index.ts';
import { readPlanCohort } from '../enrollments/index.ts';
import { findPublishableDraft, holdBackGiving, LearningPlanRepository, type NotPublishable } from '../learning-plans/index.ts';
import { createOperation, storePreview, writeSharedRows, type Preview, type SharedRows } from '../operations/index.ts';
import { judgeMembers } from './judge-members.ts';
import { readMembers, type MigratedMember } from './migration.queries.ts';
import { planTargets } from './migration-targets.ts';

/** What the operation keeps. */
export interface MigrationInput {
  readonly planId: string;
  /** The draft that is published. */
  readonly versionId: string;
  readonly choice: MigrationChoice;
  readonly changeNote: string;
  /** Whether those whom it takes along are told. */
  readonly notify: boolean;
  /** Whether its maker reaches everybody, and so has them listed. */
  readonly listsPeople: boolean;
}

/** People per chunk: a transaction of a bulk act stays short, because events of everybody wait for the oldest one. */
export const chunkSize = 250;

const NOTE_LIMIT = 500;

/** What somebody wants to publish, and whom it takes along. */
export interface NewMigration {
  readonly planId: string;
  /** Of the draft that the caller saw. */
  readonly rowVersion: number;
  readonly choice: MigrationChoice;
  readonly changeNote: string;
  readonly notify: boolean;
}

/**
 * Previews publishing a plan's next version, and what that does to each of its people (2.10). Whoever does not reach everybody may publish it,
 * but moves nobody and is shown nobody.
 */
export async function previewPublishVersion(transaction: Transaction, caller: Caller, input: NewMigration): Promise<Result<{ id: string }, readonly UserProblem[] | NotPublishable>> {
  const found = await findPublishableDraft(transaction, caller, input);
  if (!found.ok) return refuse(found.problem);
  const { plan, version, definition } = found.value;
  const listsPeople = reachesEverybody(caller, 'PLAN_PUBLISH', plan) && reachesEverybody(caller, 'PEOPLE_READ');
  if (!listsPeople && input.choice !== 'PIN') return refuseWith('NOT_ALLOWED');
  const changeNote = tidy(input.changeNote);
  if (lengthBeyond(changeNote, NOTE_LIMIT)) return refuseWith('TOO_LONG', { limit: NOTE_LIMIT }, 'changeNote');
  const kept: MigrationInput = { planId: plan.id, versionId: version.id, choice: input.choice, changeNote, notify: input.notify, listsPeople };
  // Read before anything is written: what is written first is what everybody's events wait for.
  const compared = await compareEverybody(transaction, kept);
  const id = await createOperation(transaction, { kind: 'MIGRATE_PLAN_VERSION', title: { plan: definition.name, planId: plan.id, version: version.number, choice: input.choice }, input: kept });
  await storePreview(transaction, id, await writeCompared(transaction, id, compared));
  return succeed({ id });
}

/**
 * Stores what the publishing comes to as of now. A draft that was edited, published or thrown away meanwhile makes another token. Who got the plan
 * while the others were compared is compared too, and up to the end of the transaction nobody gets it: else they would be left on the version before.
 */
export async function classifyMigration(transaction: Transaction, operationId: string, input: MigrationInput): Promise<Preview> {
  return writeCompared(transaction, operationId, await compareEverybody(transaction, input, () => holdBackGiving(transaction, input.planId)));
}

interface Compared {
  readonly rows: readonly SharedRows[];
  readonly stamp: string;
}

function writeCompared(transaction: Transaction, operationId: string, { rows, stamp }: Compared): Promise<Preview> {
  return writeSharedRows(transaction, operationId, rows, stamp, chunkSize);
}

/** @param holdBack is called when all who were there have been compared; absent: whoever comes meanwhile is left out */
async function compareEverybody(transaction: Transaction, { planId, versionId, choice, listsPeople }: MigrationInput, holdBack?: () => Promise<void>): Promise<Compared> {
  const plans = new LearningPlanRepository(transaction);
  const plan = await plans.find(planId);
  const draft = plan?.draftVersionId === versionId ? await plans.readVersion(plan, versionId) : undefined;
  if (!draft) return { rows: [], stamp: 'no draft' };
  const stamp = `${versionId} ${draft.version.rowVersion} ${draft.plan.publishedVersionId}`;
  if (!listsPeople) {
    await holdBack?.();
    return { rows: [], stamp };
  }
  const targets = await planTargets(transaction, planId, { id: versionId, definition: draft.definition });
  const question = { cohort: await readPlanCohort(transaction, planId, null), targets, choice, purpose: 'COMPARE' as const };
  const groups = new Map<string, SharedRows & { readonly ids: string[] }>();
  const compare = (members: readonly MigratedMember[]): Promise<void> =>
    judgeMembers(transaction, members, question, ({ class: name, details, members: alike }) => {
      const key = JSON.stringify([name, details]);
      const group = groups.get(key) ?? { class: name, details, ids: [] };
      groups.set(key, group);
      for (const { personId } of alike) group.ids.push(personId);
    });
  const everybody = await readMembers(transaction, planId);
  await compare(everybody);
  if (holdBack) {
    await holdBack();
    const known = new Set(everybody.map(({ enrollmentId }) => enrollmentId));
    await compare((await readMembers(transaction, planId)).filter(({ enrollmentId }) => !known.has(enrollmentId)));
  }
  return { rows: [...groups.values()], stamp };
}
