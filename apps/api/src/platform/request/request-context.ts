import { createHash } from 'node:crypto';
import { refuse, type Language, type Result } from '@milepost/domain';
import { GraphQLError } from 'graphql';
import type { Database } from '../database/database.ts';
import type { Transaction } from '../database/transaction.ts';
import type { EventFeed } from '../events/event-feed.ts';
import type { Caller } from './caller.ts';
import { Loaders, type LoaderDefinition } from './loader.ts';
import type { Logger } from './logger.ts';

/** Every mutation's input may carry the caller's own id of the act: repeated, it has one effect and one answer. */
export interface MutationInput {
  readonly clientMutationId?: string | null;
}

/** The same `clientMutationId` was used for something else. */
export interface ReusedMutationId {
  readonly code: 'MUTATION_ID_REUSED';
  readonly field: 'clientMutationId';
}

const longestMutationId = 100;

/** What a process gives to every request. */
export interface RequestServices {
  readonly database: Database;
  readonly feed: EventFeed;
  readonly logger: Logger;
}

/** The caller has not signed in, or no longer is. */
export class NotSignedInError extends Error {}

/** What resolvers work with: the caller, transactions in the caller's organization, and loaders. */
export class RequestContext {
  readonly loaders: Loaders;

  constructor(
    readonly services: RequestServices,
    private readonly signedIn: Caller | undefined,
    readonly locale: Language,
    readonly traceId: string,
  ) {
    this.loaders = new Loaders(
      (work) => this.read(work),
      (work) => this.readAtOnce(work),
    );
  }

  /** Who asks; throws {@link NotSignedInError} when nobody is signed in. */
  get caller(): Caller {
    if (!this.signedIn) throw new NotSignedInError('Not signed in');
    return this.signedIn;
  }

  get maybeCaller(): Caller | undefined {
    return this.signedIn;
  }

  /** Reads in the caller's organization. */
  read<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.services.database.read(this.caller, work);
  }

  /** The same for what is asked in one go; see {@link Database.readAtOnce}. */
  readAtOnce<T>(work: (transaction: Transaction) => Promise<T>, plans?: 'GENERIC'): Promise<T> {
    return this.services.database.readAtOnce(this.caller, work, plans);
  }

  /** One row by key, batched with the other fields of this request. */
  load<K, V>(definition: LoaderDefinition<K, V>, key: K): Promise<V | undefined> {
    const kept = definition.findKept?.(this.caller.organizationId, key);
    return kept === undefined ? this.loaders.load(definition, key) : Promise.resolve(kept);
  }

  /**
   * Carries out one mutation: a transaction that commits when `work` succeeds and leaves no trace when it refuses. With a
   * `clientMutationId` the answer is kept in the same transaction, and the same act from the same caller gets it again;
   * a second one in flight waits for the first.
   *
   * @param act the mutation's name
   */
  async mutate<T, P>(
    act: string,
    input: MutationInput,
    work: (transaction: Transaction) => Promise<Result<T, P>>,
  ): Promise<Result<T, P | ReusedMutationId>> {
    if ((input.clientMutationId?.length ?? 0) > longestMutationId) {
      throw new GraphQLError(`\`clientMutationId\` may have ${longestMutationId} characters at most.`, { extensions: { code: 'BAD_USER_INPUT' } });
    }
    const refused: { result?: Result<T, P | ReusedMutationId> } = {};
    try {
      return await this.services.database.write(this.caller, async (transaction) => {
        const key = input.clientMutationId;
        const repeated = key ? await this.claim<T>(transaction, key, hashRequest(act, input)) : undefined;
        const result = repeated ?? (await work(transaction));
        if (!result.ok) {
          refused.result = result;
          throw new Refused();
        }
        if (key && !repeated) await this.remember(transaction, key, result.value);
        return result;
      });
    } catch (error) {
      if (error instanceof Refused && refused.result) return refused.result;
      throw error;
    } finally {
      this.loaders.forget();
    }
  }

  private async claim<T>(transaction: Transaction, key: string, hash: string): Promise<Result<T, ReusedMutationId> | undefined> {
    const { organizationId, actor } = this.caller;
    const claimed = await transaction.execute(
      `INSERT INTO idempotency_key (organization_id, caller_id, client_mutation_id, request_hash) VALUES ($1, $2, $3, $4)
       ON CONFLICT DO NOTHING`,
      [organizationId, actor.id, key, hash],
    );
    if (claimed === 1) return undefined;
    const [first] = await transaction.query<{ request_hash: string; response: { value: T } }>(
      'SELECT request_hash, response FROM idempotency_key WHERE organization_id = $1 AND caller_id = $2 AND client_mutation_id = $3',
      [organizationId, actor.id, key],
    );
    if (first?.request_hash !== hash) return refuse({ code: 'MUTATION_ID_REUSED', field: 'clientMutationId' } as const);
    return { ok: true, value: first.response.value };
  }

  private async remember(transaction: Transaction, key: string, value: unknown): Promise<void> {
    await transaction.query(
      `UPDATE idempotency_key SET response = $4 WHERE organization_id = $1 AND caller_id = $2 AND client_mutation_id = $3`,
      [this.caller.organizationId, this.caller.actor.id, key, JSON.stringify({ value })],
    );
  }
}

/** Rolls a refused mutation back; never leaves {@link RequestContext.mutate}. */
class Refused extends Error {}

function hashRequest(act: string, input: MutationInput): string {
  return createHash('sha256').update(JSON.stringify([act, input])).digest('base64url');
}
