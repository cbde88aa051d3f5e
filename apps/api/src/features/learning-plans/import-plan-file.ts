import {
  findPlanFileItem, fromPlanFile, readPlanFile, refuse, sayJsonPath, sayPlanFileProblem, succeed,
  type FileId, type FoundPlanFileItem, type LearningObjectId, type PlanFile, type PlanFileItem, type PlanFileProblem,
} from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import { refuseWith, type Outcome, type UserProblem } from '../../platform/request/user-problem.ts';
import { insertLearningPlan } from './insert-learning-plan.ts';
import { findCover, readPlanFileCandidates } from './plan-file.queries.ts';

/** A plan file that is in order, and what each of its items means here. */
export interface UnderstoodPlanFile {
  readonly file: PlanFile;
  readonly items: ReadonlyMap<PlanFileItem, FoundPlanFileItem>;
  /** Its picture here; null: it names none, or none that is here. */
  readonly coverFileId: FileId | null;
}

/** Reads a plan file and finds what it links, in one statement; changes nothing. */
export async function understandPlanFile(transaction: Transaction, json: unknown): Promise<Outcome<UnderstoodPlanFile>> {
  const read = readPlanFile(json);
  if (!read.ok) return refuse(read.problem.map(asUserProblem));
  const items = read.value.milestones.flatMap((milestone) => milestone.items);
  const candidates = await readPlanFileCandidates(transaction, items);
  const byName = Map.groupBy(candidates, ({ name }) => name.normalize());
  const byId = new Map(candidates.map((each) => [each.id, each]));
  const found = items.map((item) => {
    const own = byId.get(item.id);
    return [item, findPlanFileItem(item, [...(own ? [own] : []), ...(byName.get(item.name.normalize()) ?? []).filter((each) => each !== own)])] as const;
  });
  return succeed({ file: read.value, items: new Map(found), coverFileId: await findCover(transaction, read.value.cover?.sha256) });
}

/**
 * Makes a plan of the caller's own of a plan file. Refused when it links what is not here, or not for certain, unless that may be left out.
 */
export async function importPlanFile(
  transaction: Transaction,
  { json, ownerId, name, leaveOut }: { readonly json: unknown; readonly ownerId: string; readonly name: string | null; readonly leaveOut: boolean },
): Promise<Outcome<{ id: string }>> {
  const understood = await understandPlanFile(transaction, json);
  if (!understood.ok) return understood;
  const { file, items, coverFileId } = understood.value;
  const found = new Map([...items].flatMap(([item, { id }]): [PlanFileItem, LearningObjectId][] => (id ? [[item, id]] : [])));
  if (found.size < items.size && !leaveOut) return refuseWith('PLAN_FILE_LINKS_UNKNOWN', { count: items.size - found.size }, 'file');
  const definition = fromPlanFile({ ...file, name: name ?? file.name }, found, coverFileId);
  return insertLearningPlan(transaction, { ownerId, definition, act: 'learningPlan.import', origin: { leftOut: items.size - found.size } });
}

function asUserProblem(problem: PlanFileProblem): UserProblem {
  return { code: problem.code, field: ['file', sayJsonPath(problem.path)].filter(Boolean).join('.'), say: (language) => sayPlanFileProblem(problem, language) };
}
