/** What the operator can mend, in words; by the codes of Node and of PostgreSQL. */
const causes: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'No PostgreSQL answers at the address of the database. Does it run, and is the port right?',
  ENOTFOUND: 'The address of the database names a host that does not exist.',
  EAI_AGAIN: 'The address of the database names a host that does not exist.',
  ETIMEDOUT: 'The database does not answer.',
  ERR_INVALID_URL: 'The address of the database is none. It looks like postgres://role:password@host:5432/database',
  '28P01': 'The database refuses the role or its password.',
  '28000': 'The database refuses the role.',
  '3D000': 'The server has no such database.',
  '42501': 'The role in the address of the database may not do this. Give the address that Milepost is started with.',
  '42P01': 'The database has not been migrated: run `npm start` with it, or node apps/api/dist/migrate.js',
  '22023': 'The database has not been migrated: run `npm start` with it, or node apps/api/dist/migrate.js',
  '53300': 'The database has no connection left.',
  '57P03': 'The database is starting or stopping; try again in a moment.',
};

/** Why a command could not do its work, for whoever called it; undefined for a fault that is ours. Never tells a password. */
export function explainDatabaseError(error: unknown): string | undefined {
  const { code, message, driverError } = (error ?? {}) as { code?: unknown; message?: unknown; driverError?: unknown };
  if (driverError) return explainDatabaseError(driverError);
  const cause = typeof code === 'string' ? causes[code] : undefined;
  return cause && (code === 'ERR_INVALID_URL' ? cause : `${cause} (${String(message)})`);
}
