import { definitionOfLearningObject, prepareDefinition, type PreparedDefinition } from '@milepost/domain';
import type { Reading, Transaction } from '../../platform/database/transaction.ts';
import { ProcessMemory } from '../../platform/request/process-memory.ts';
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

const memory = new ProcessMemory<PreparedVersion>(2_000);

/**
 * Published versions and pieces of content by id, ready for the evaluator. Versions never change, so a process keeps them; content
 * does, and its change forgets them all, through {@link forgetPreparedDefinitions}.
 */
export function prepareDefinitions(
  reading: Reading,
  versionIds: readonly string[],
  learningObjectIds: readonly string[] = [],
): Promise<ReadonlyMap<string, PreparedVersion>> {
  return memory.complete([...versionIds, ...learningObjectIds], (missing) => {
    const isMissing = new Set(missing);
    const among = (ids: readonly string[]): string[] => [...new Set(ids)].filter((id) => isMissing.has(id));
    return reading.read(
      async (transaction) =>
        new Map([...(await prepareVersions(transaction, among(versionIds))), ...(await prepareContents(transaction, among(learningObjectIds)))]),
    );
  });
}

/** Forgets all prepared definitions: some content has changed. */
export function forgetPreparedDefinitions(): void {
  memory.forget();
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
