import { definitionOfLearningObject, prepareDefinition, type PreparedDefinition } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import { readContentDefinitions, readContentInfo, readInterchangeable, type ContentInfo } from '../learning-objects/index.ts';
import { readPlanVersions } from './learning-plan.queries.ts';

/** What somebody can be enrolled in, made ready for the evaluator: a published version, or a piece of content by itself. */
export interface PreparedVersion {
  readonly prepared: PreparedDefinition;
  /** What it links, and what is interchangeable with that: id → equivalence key. */
  readonly linked: Readonly<Record<string, string | null>>;
  /** What it links, as learners' pages name it. */
  readonly contents: ReadonlyMap<string, ContentInfo>;
}

const rememberedDefinitions = 2_000;
const remembered = new Map<string, PreparedVersion>();
let generation = 0;

/**
 * Published versions and pieces of content by id, ready for the evaluator. Versions never change, so a process keeps them; content
 * does, and its change forgets them all, through {@link forgetPreparedDefinitions}.
 */
export async function prepareDefinitions(
  transaction: Transaction,
  versionIds: readonly string[],
  learningObjectIds: readonly string[] = [],
): Promise<ReadonlyMap<string, PreparedVersion>> {
  const wanted = [...new Set([...versionIds, ...learningObjectIds])];
  const found = new Map(wanted.flatMap((id) => (remembered.has(id) ? [[id, remembered.get(id)!] as const] : [])));
  if (found.size < wanted.length) {
    const begun = generation;
    const missing = (ids: readonly string[]): string[] => [...new Set(ids)].filter((id) => !found.has(id));
    const made = [...(await prepareVersions(transaction, missing(versionIds))), ...(await prepareContents(transaction, missing(learningObjectIds)))];
    for (const [id, definition] of made) {
      found.set(id, definition);
      // What was read before a change must not be remembered after it.
      if (begun === generation) remember(id, definition);
    }
  }
  return found;
}

/** Forgets all prepared definitions: some content has changed. */
export function forgetPreparedDefinitions(): void {
  generation++;
  remembered.clear();
}

function remember(id: string, definition: PreparedVersion): void {
  if (remembered.size >= rememberedDefinitions) remembered.delete(remembered.keys().next().value!);
  remembered.set(id, definition);
}

async function prepareVersions(transaction: Transaction, ids: readonly string[]): Promise<[string, PreparedVersion][]> {
  if (ids.length === 0) return [];
  const made: [string, PreparedVersion][] = [];
  for (const { id, definition } of await readPlanVersions(transaction, ids)) {
    const own = definition.milestones.flatMap((milestone) => milestone.items.map((item) => item.learningObjectId));
    const [content, linked, contents] = await Promise.all([
      readContentDefinitions(transaction, own),
      readInterchangeable(transaction, own),
      readContentInfo(transaction, own),
    ]);
    made.push([id, { prepared: prepareDefinition(definition, content), linked, contents }]);
  }
  return made;
}

async function prepareContents(transaction: Transaction, ids: readonly string[]): Promise<[string, PreparedVersion][]> {
  const made: [string, PreparedVersion][] = [];
  for (const id of ids) {
    const [[content], linked, contents] = await Promise.all([
      readContentDefinitions(transaction, [id]),
      readInterchangeable(transaction, [id]),
      readContentInfo(transaction, [id]),
    ]);
    if (content) made.push([id, { prepared: prepareDefinition(definitionOfLearningObject(content), [content]), linked, contents }]);
  }
  return made;
}
