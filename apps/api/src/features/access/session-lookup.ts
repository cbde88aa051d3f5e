import { setTimeout as sleep } from 'node:timers/promises';
import DataLoader from 'dataloader';
import type { AdminRole, GrantScope, Right } from '@milepost/domain';
import type { Pool } from 'pg';

/** A role within a scope, as it is stored. */
export interface GrantRow {
  role: AdminRole;
  rights: Right[];
  scopeKind: GrantScope['kind'];
  scopeId: string | null;
}

/** A session that has not ended, with its person's rights of this moment. */
export interface SessionRow {
  sessionId: string;
  organizationId: string;
  personId: string;
  /** All records of the person: this one, and those that were merged into it. */
  recordIds: string[];
  createdAt: string;
  lastSeenAt: string;
  locale: string;
  timeZone: string;
  managersMayAssign: boolean;
  manages: boolean;
  grants: GrantRow[];
}

/** A connection that has died unnoticed must not hold up everybody: after this time the next go by another one. */
const patienceMilliseconds = 50;

const findSessions = 'SELECT token, caller FROM auth.callers_of_sessions($1)';

/**
 * Finds the sessions of requests, each as it is when it is asked for: nothing is remembered. Requests that come in while one lookup is under
 * way share the next, so that a busy process sends one statement where it would send many, and an idle one lets nobody wait.
 */
export class SessionLookup {
  private readonly loader: DataLoader<string, SessionRow | undefined>;
  private underWay: Promise<unknown> | undefined;

  constructor(readonly pool: Pool) {
    this.loader = new DataLoader((tokens) => this.ask(tokens), { cache: false, batchScheduleFn: (ask) => this.schedule(ask) });
  }

  /** The session of a token; undefined when there is none, it has ended, or its person may no longer sign in. */
  find(token: string): Promise<SessionRow | undefined> {
    return this.loader.load(token);
  }

  private schedule(ask: () => void): void {
    if (this.underWay) void Promise.race([this.underWay, sleep(patienceMilliseconds, undefined, { ref: false })]).then(ask, ask);
    else queueMicrotask(ask);
  }

  private async ask(tokens: readonly string[]): Promise<(SessionRow | undefined)[]> {
    const asking = this.pool.query<{ token: string; caller: SessionRow }>({ name: 'callers-of-sessions', text: findSessions, values: [[...new Set(tokens)]] });
    this.underWay = asking;
    try {
      const found = new Map((await asking).rows.map(({ token, caller }) => [token, caller]));
      return tokens.map((token) => found.get(token));
    } finally {
      if (this.underWay === asking) this.underWay = undefined;
    }
  }
}
