import pg from 'pg';

/** Tells how many statements an act sends to the database. */
export interface StatementCounter {
  count(act: () => Promise<unknown>): Promise<number>;
  /** The statements of the last act, for a test that fails. */
  readonly last: readonly string[];
  stop(): void;
}

/**
 * Counts the prepared statements that this process sends: every statement of a request is one. What connections say besides (the ends of
 * transactions, the poll of the event log) is not prepared, and so not counted.
 */
export function countStatements(): StatementCounter {
  const { prototype } = pg.Client;
  // Called by Reflect.apply on the client that is asked.
  // oxlint-disable-next-line typescript/unbound-method
  const before = prototype.query;
  let sent: string[] = [];
  prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const [statement] = args as [{ name?: string; text?: string } | string | undefined];
    if (typeof statement === 'object' && statement.name) sent.push(statement.text ?? statement.name);
    return Reflect.apply(before, this, args) as never;
  };
  return {
    count: async (act) => {
      sent = [];
      await act();
      return sent.length;
    },
    get last() {
      return sent;
    },
    stop: () => {
      prototype.query = before;
    },
  };
}
