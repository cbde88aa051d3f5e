import type { FileId, LearningObjectId, MilestoneKey } from '../shared/ids.ts';
import type { Message } from '../shared/message.ts';
import { aBoolean, aDecimal, aList, anId, anInstant, anObject, aSha256, aText, aWholeNumber, oneOf, orElse, orNull, readJson, type JsonPath, type JsonProblem, type JsonProblemShapes } from '../shared/read-json.ts';
import { refuse, type Result } from '../shared/result.ts';
import type { PlanVersionDefinition } from './plan-definition.ts';
import { PLAN_FILE_FORMAT, PLAN_FILE_VERSION, type PlanFile, type PlanFileCover, type PlanFileItem, type PlanFileMilestone } from './plan-file.ts';
import { PLAN_LIMITS } from './plan-limits.ts';
import { newPlanVersion } from './plan-presets.ts';
import { aDueRule, aLookback, aReleaseRule } from './read-plan-rules.ts';

export type PlanFileProblemShapes = JsonProblemShapes & {
  NOT_A_PLAN_FILE: {};
  NEWER_FORMAT: { formatVersion: number; known: number };
  TOO_MANY_ITEMS: { limit: number; count: number };
  DUPLICATED_KEY: { key: string };
  DUPLICATED_ITEM: { name: string };
};

/** What is wrong with a plan file, and where. */
export type PlanFileProblem = JsonProblem | (Message<Omit<PlanFileProblemShapes, keyof JsonProblemShapes>> & { readonly path: JsonPath });

const item = anObject<PlanFileItem>({
  id: anId<LearningObjectId>(),
  kind: oneOf('MODULE', 'COURSE', 'ACTIVITY'),
  name: aText(PLAN_LIMITS.name, 'ONE_LINE'),
  mandatory: orElse(aBoolean, false),
});

const milestone = anObject<PlanFileMilestone>({
  key: anId<MilestoneKey>(),
  name: aText(PLAN_LIMITS.milestoneName, 'ONE_LINE'),
  description: orElse(aText(PLAN_LIMITS.milestoneDescription, 'MANY_LINES'), ''),
  metric: oneOf('SESSIONS', 'CREDITS', 'NONE'),
  units: orNull(aDecimal),
  creditType: orNull(aText(PLAN_LIMITS.name, 'ONE_LINE')),
  dueRule: orElse(aDueRule, { kind: 'NONE' as const }),
  itemOrderEnforced: orElse(aBoolean, false),
  releaseRule: orElse(aReleaseRule, { kind: 'IMMEDIATE' as const }),
  items: aList(item, PLAN_LIMITS.items),
});

const cover = anObject<PlanFileCover>({ sha256: aSha256, alt: aText(PLAN_LIMITS.coverAlt, 'ONE_LINE') });

/** What is left out is as in a new plan. */
const usual = newPlanVersion('LEARNING_PLAN', '');

const planFile = anObject<PlanFile>({
  format: oneOf(PLAN_FILE_FORMAT),
  formatVersion: (version) => (version === PLAN_FILE_VERSION ? version : undefined),
  name: aText(PLAN_LIMITS.name, 'ONE_LINE'),
  description: orElse(aText(PLAN_LIMITS.description, 'MANY_LINES'), ''),
  cover: orNull(cover),
  preset: oneOf('LEARNING_PLAN', 'TRAINING_PLAN', 'CERTIFICATION_PLAN'),
  startsAt: orNull(anInstant),
  endsAt: orNull(anInstant),
  dueRule: orElse(aDueRule, { kind: 'NONE' as const }),
  milestoneOrderEnforced: orElse(aBoolean, usual.milestoneOrderEnforced),
  registrationType: orElse(oneOf('ENFORCED', 'NON_ENFORCED', 'DISABLED'), usual.registrationType),
  autoRegister: orElse(aBoolean, usual.autoRegister),
  displayUnreleasedSteps: orElse(oneOf('NONE', 'TITLES', 'DETAILS'), usual.displayUnreleasedSteps),
  lookback: orElse(aLookback, usual.lookback),
  endPolicy: orElse(oneOf('CLOSE', 'KEEP_OPEN'), usual.endPolicy),
  graceDays: orElse(aWholeNumber(0, PLAN_LIMITS.days), usual.graceDays),
  minimumDays: orNull(aWholeNumber(0, PLAN_LIMITS.days)),
  issueOnExemption: orElse(aBoolean, usual.issueOnExemption),
  milestones: aList(milestone, PLAN_LIMITS.milestones),
});

/**
 * Reads a plan file that nobody has checked. Refuses one of another kind or of a newer form by itself, and else names all that
 * is wrong with its path. What stands in the way of publishing is said when publishing; what it links has still to be found.
 */
export function readPlanFile(json: unknown): Result<PlanFile, readonly PlanFileProblem[]> {
  const head = json as { readonly format?: unknown; readonly formatVersion?: unknown } | null;
  const isPlanFile = typeof head === 'object' && head?.format === PLAN_FILE_FORMAT && typeof head.formatVersion === 'number';
  if (!isPlanFile) return refuse([{ code: 'NOT_A_PLAN_FILE', params: {}, path: [] }]);
  const formatVersion = head.formatVersion;
  if (formatVersion > PLAN_FILE_VERSION) return refuse([{ code: 'NEWER_FORMAT', params: { formatVersion, known: PLAN_FILE_VERSION }, path: ['formatVersion'] }]);
  if (formatVersion !== PLAN_FILE_VERSION) return refuse([{ code: 'NOT_A_PLAN_FILE', params: {}, path: ['formatVersion'] }]);
  const read = readJson(json, planFile);
  if (!read.ok) return read;
  const problems = [...findTooMany(read.value), ...findRepeated(read.value)];
  return problems.length > 0 ? refuse(problems) : read;
}

/** The draft that a plan file means; `found` gives what its items are here, and `coverFileId` its picture; what is not here is left out. */
export function fromPlanFile(
  { format: _format, formatVersion: _version, milestones, cover: picture, ...basics }: PlanFile,
  found: ReadonlyMap<PlanFileItem, LearningObjectId>,
  coverFileId: FileId | null,
): PlanVersionDefinition {
  return {
    ...newPlanVersion(basics.preset, basics.name),
    ...basics,
    cover: picture && coverFileId ? { fileId: coverFileId, alt: picture.alt } : null,
    milestones: milestones.map(({ items, ...each }, position) => ({ ...each, position, items: linked(items, found) })),
  };
}

/** Two items of a file can be the same thing here: it is linked once, and has to be done if one of them has. */
function linked(items: readonly PlanFileItem[], found: ReadonlyMap<PlanFileItem, LearningObjectId>): PlanVersionDefinition['milestones'][number]['items'] {
  const mandatoryById = new Map<LearningObjectId, boolean>();
  for (const each of items) {
    const id = found.get(each);
    if (id !== undefined) mandatoryById.set(id, each.mandatory || mandatoryById.get(id) === true);
  }
  return [...mandatoryById].map(([learningObjectId, mandatory], position) => ({ learningObjectId, position, mandatory }));
}

function findTooMany({ milestones }: PlanFile): readonly PlanFileProblem[] {
  const count = milestones.reduce((sum, { items }) => sum + items.length, 0);
  return count > PLAN_LIMITS.items ? [{ code: 'TOO_MANY_ITEMS', params: { limit: PLAN_LIMITS.items, count }, path: ['milestones'] }] : [];
}

function findRepeated({ milestones }: PlanFile): readonly PlanFileProblem[] {
  return milestones.flatMap(({ key, items }, at): readonly PlanFileProblem[] => [
    ...(milestones.findIndex((other) => other.key === key) < at ? [{ code: 'DUPLICATED_KEY' as const, params: { key }, path: ['milestones', at, 'key'] }] : []),
    ...repeatedItems(items).map((index) => ({ code: 'DUPLICATED_ITEM' as const, params: { name: items[index]!.name }, path: ['milestones', at, 'items', index] })),
  ]);
}

function repeatedItems(items: readonly PlanFileItem[]): readonly number[] {
  const seen = new Set<string>();
  return items.flatMap(({ id }, index) => (seen.size === seen.add(id).size ? [index] : []));
}
