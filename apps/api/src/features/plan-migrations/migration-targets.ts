import { deltaVersion, type PlanVersionDefinition } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { OtherVersion } from '../enrollments/index.ts';
import { prepareDefinitions, prepareUnpublished, readLineage, type PreparedVersion, type VersionLineage } from '../learning-plans/index.ts';

/** What takes the place of each version of a plan that people are on. */
export interface MigrationTargets {
  /** For whoever is open on it; a version that is missing has nothing that its people could be moved to. */
  readonly moved: ReadonlyMap<string, OtherVersion>;
  /** For whoever has completed it: what is new beyond it; missing: nothing is. */
  readonly askedAnew: ReadonlyMap<string, OtherVersion>;
}

/** A version that is not published yet, or just has been. */
export interface NextVersion {
  readonly id: string;
  readonly definition: PlanVersionDefinition;
}

/**
 * What would take the place of each version, before the next one is published. Whoever is in a cycle that asks for what was new once is asked,
 * in the same cycle, for what is new by now beyond the version that they completed.
 */
export async function planTargets(transaction: Transaction, planId: string, next: NextVersion): Promise<MigrationTargets> {
  const versions = await readLineage(transaction, planId);
  const definitions = await definitionsOf(transaction, versions);
  const whole = { id: next.id, version: await prepareUnpublished(transaction, next.definition) };
  const deltas = new Map<string, OtherVersion>();
  for (const from of basesOf(versions)) {
    const delta = deltaVersion(definitions.get(from)!, next.definition);
    if (delta) deltas.set(from, { id: from, version: await prepareUnpublished(transaction, delta) });
  }
  return targetsOf(versions, whole, deltas);
}

/** The same after it was published, by what was written then. */
export async function readTargets(transaction: Transaction, planId: string, nextId: string): Promise<MigrationTargets> {
  const all = await readLineage(transaction, planId);
  const next = all.find(({ id }) => id === nextId)!;
  const versions = all.filter(({ number }) => number !== next.number);
  const written = all.filter(({ number, deltaFrom }) => number === next.number && deltaFrom !== null);
  const prepared = await prepareDefinitions(transaction, [nextId, ...written.map(({ id }) => id)]);
  const asOther = (id: string): OtherVersion => ({ id, version: prepared.get(id)! });
  return targetsOf(versions, asOther(nextId), new Map(written.map(({ id, deltaFrom }) => [deltaFrom!, asOther(id)])));
}

/** The versions beyond which people of the plan may be asked for what is new, each with what that is. */
export async function deltasOf(transaction: Transaction, planId: string, next: PlanVersionDefinition): Promise<readonly { readonly from: string; readonly definition: PlanVersionDefinition }[]> {
  const versions = await readLineage(transaction, planId);
  const definitions = await definitionsOf(transaction, versions);
  return basesOf(versions).flatMap((from) => {
    const definition = deltaVersion(definitions.get(from)!, next);
    return definition ? [{ from, definition }] : [];
  });
}

async function definitionsOf(transaction: Transaction, versions: readonly VersionLineage[]): Promise<ReadonlyMap<string, PlanVersionDefinition>> {
  const prepared: ReadonlyMap<string, PreparedVersion> = await prepareDefinitions(transaction, versions.map(({ id }) => id));
  return new Map([...prepared].map(([id, version]) => [id, version.prepared.plan]));
}

/** The whole versions: only those are completed as such. */
function basesOf(versions: readonly VersionLineage[]): readonly string[] {
  return versions.flatMap(({ id, deltaFrom }) => (deltaFrom === null ? [id] : []));
}

function targetsOf(versions: readonly VersionLineage[], whole: OtherVersion, deltas: ReadonlyMap<string, OtherVersion>): MigrationTargets {
  const wholeOfNumber = new Map(versions.flatMap(({ id, number, deltaFrom }) => (deltaFrom === null ? [[number, id] as const] : [])));
  const pick = (beside: (version: VersionLineage) => OtherVersion | undefined): ReadonlyMap<string, OtherVersion> =>
    new Map(versions.flatMap((version) => {
      const other = beside(version);
      return other ? [[version.id, other] as const] : [];
    }));
  return {
    moved: pick(({ deltaFrom }) => (deltaFrom === null ? whole : deltas.get(deltaFrom))),
    askedAnew: pick(({ number }) => deltas.get(wholeOfNumber.get(number)!)),
  };
}
