import { definitionOfLearningObject, prepareDefinition, type ContentDefinition, type PlanVersionDefinition, type PreparedDefinition } from '@milepost/domain';
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
    const wanted = (ids: readonly string[]): string[] => [...new Set(ids)].filter((id) => isMissing.has(id));
    return reading.read(
      async (transaction) =>
        new Map([...(await prepareVersions(transaction, wanted(versionIds))), ...(await prepareContents(transaction, wanted(learningObjectIds)))]),
    );
  });
}

/** A definition that is no published version, such as a draft, ready for the evaluator: it may change yet, so that nothing keeps it. */
export async function prepareUnpublished(transaction: Transaction, definition: PlanVersionDefinition): Promise<PreparedVersion> {
  const linking = definition.milestones.flatMap((milestone) => milestone.items.map((item) => item.learningObjectId as string));
  const { content, linked, contents } = among(await readLinked(transaction, linking), linking);
  return { prepared: prepareDefinition(definition, content), linked, contents };
}

/** Forgets all prepared definitions: some content has changed. */
export function forgetPreparedDefinitions(): void {
  memory.forget();
}

async function prepareVersions(transaction: Transaction, ids: readonly string[]): Promise<[string, PreparedVersion][]> {
  if (ids.length === 0) return [];
  const versions = await readPlanVersions(transaction, ids);
  const linking = versions.map(({ definition }) => definition.milestones.flatMap((milestone) => milestone.items.map((item) => item.learningObjectId as string)));
  const read = await readLinked(transaction, linking.flat());
  return versions.map(({ id, definition }, index) => {
    const { content, linked, contents } = among(read, linking[index]!);
    return [id, { prepared: prepareDefinition(definition, content), linked, contents }];
  });
}

async function prepareContents(transaction: Transaction, ids: readonly string[]): Promise<[string, PreparedVersion][]> {
  if (ids.length === 0) return [];
  const read = await readLinked(transaction, ids);
  return read.content.map((each) => {
    const { linked, contents } = among(read, [each.id]);
    return [each.id, { prepared: prepareDefinition(definitionOfLearningObject(each), [each]), linked, contents }];
  });
}

/** What is known of linked content. */
interface Linked {
  readonly content: readonly ContentDefinition[];
  readonly linked: Readonly<Record<string, string | null>>;
  readonly contents: ReadonlyMap<string, ContentInfo>;
}

/** All that many versions link, read together. */
async function readLinked(transaction: Transaction, ids: readonly string[]): Promise<Linked> {
  const [content, linked, contents] = await Promise.all([
    readContentDefinitions(transaction, ids),
    readInterchangeable(transaction, ids),
    readContentInfo(transaction, ids),
  ]);
  return { content, linked, contents };
}

/** The part of it that belongs to some of the content, with what is interchangeable with that. */
function among({ content, linked, contents }: Linked, ids: readonly string[]): Linked {
  const own = new Set(ids);
  const keys = new Set(ids.flatMap((id) => linked[id] ?? []));
  return {
    content: content.filter(({ id }) => own.has(id)),
    linked: Object.fromEntries(Object.entries(linked).filter(([id, key]) => own.has(id) || (key !== null && keys.has(key)))),
    contents: new Map([...contents].filter(([id]) => own.has(id))),
  };
}
