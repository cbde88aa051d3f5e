/** PostgreSQL's ways to say "not now": connection failures, too many connections, shut down, lock and statement timeouts. */
const notNow = /^(08...|53300|57P0[123]|55P03|57014|40001|40P01)$/;

/** A network's ways to say it. */
const unreachable = /^(ECONN(REFUSED|RESET|ABORTED)|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/;

/** Whether the database could not be reached or was too busy: worth another try. */
export function isUnavailable(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  if (typeof code === 'string' && (notNow.test(code) || unreachable.test(code))) return true;
  return typeof message === 'string' && /Connection terminated|timeout exceeded when trying to connect|is not queryable|is not currently accepting connections/.test(message);
}
