import { foldEmail, foldIdentifier, refuse, succeed, type Result } from '@milepost/domain';
import { identityAddress, type Identities } from './identities.ts';
import type { SignInLimiter } from './sign-in-limiter.ts';

/** What somebody types to sign in. */
export interface Credentials {
  /** E-mail address or employee number. */
  readonly login: string;
  readonly password: string;
  /** When the same login and password are good in several organizations. */
  readonly organizationId?: string;
}

export interface OrganizationChoice {
  readonly id: string;
  readonly name: string;
}

export type SignInProblem =
  | { readonly code: 'WRONG_CREDENTIALS' }
  | { readonly code: 'CHOOSE_ORGANIZATION'; readonly organizations: readonly OrganizationChoice[] }
  | { readonly code: 'TOO_MANY_TRIES'; readonly retryAfterSeconds: number };

interface Candidate {
  user_id: string;
  organization_id: string;
  organization_name: string;
  person_id: string;
}

/** More people than these with one login are not tried: each try costs a slow hash. */
const candidateLimit = 5;
/** A hash of nothing, so that an unknown login takes as long as a wrong password. */
let decoy: Promise<string> | undefined;

/**
 * Signs a person in by e-mail address or employee number. An unknown login, a wrong password and a person who may no longer sign
 * in are one and the same answer, after the same work.
 *
 * @param address where the try comes from; wrong tries are counted per account and address
 * @returns the cookies to set, and who is signed in
 */
export async function signIn(
  identities: Identities,
  limiter: SignInLimiter,
  credentials: Credentials,
  address: string,
): Promise<Result<{ readonly cookies: string[]; readonly organizationId: string; readonly personId: string }, SignInProblem>> {
  const numberKey = foldIdentifier(credentials.login);
  const mailKey = foldEmail(credentials.login);
  const { rows } = await identities.pool.query<Candidate>('SELECT * FROM auth.find_sign_in($1, $2) LIMIT $3', [
    numberKey,
    mailKey,
    candidateLimit,
  ]);
  const accounts = rows.length > 0 ? rows.map((row) => row.user_id) : [mailKey];
  const permit = await limiter.admit(accounts, address);
  if (!permit.ok) return refuse({ code: 'TOO_MANY_TRIES', retryAfterSeconds: permit.problem });
  const matching = await findMatching(identities, rows, credentials.password);
  // Two records of one person that were merged may have the same password: either leads to the same person.
  const matchingOnce = [...new Map(matching.map((each) => [each.organization_id, each])).values()];
  const chosen = credentials.organizationId ? matchingOnce.filter((each) => each.organization_id === credentials.organizationId) : matchingOnce;
  if (chosen.length > 1) {
    const organizations = chosen.map((each) => ({ id: each.organization_id, name: each.organization_name }));
    return refuse({ code: 'CHOOSE_ORGANIZATION', organizations });
  }
  const [candidate] = chosen;
  if (!candidate) return refuse({ code: 'WRONG_CREDENTIALS' });

  const person = { organizationId: candidate.organization_id, personId: candidate.person_id };
  const cookies = await openSession(identities, person, credentials.password);
  if (!cookies) return refuse({ code: 'WRONG_CREDENTIALS' });
  await limiter.forget(candidate.user_id, address);
  return succeed({ cookies, ...person });
}

/** Opens a session for a person who has shown who they are, by the identity's password; the cookies to set, or undefined when that is wrong. */
export async function openSession(
  identities: Identities,
  { organizationId, personId }: { readonly organizationId: string; readonly personId: string },
  password: string,
): Promise<string[] | undefined> {
  const response = await identities.auth.api.signInEmail({ body: { email: identityAddress(organizationId, personId), password }, asResponse: true });
  if (!response.ok) return undefined;
  const { token } = (await response.json()) as { token: string };
  await identities.pool.query('UPDATE auth.session SET "organizationId" = $2, "personId" = $3 WHERE token = $1', [token, organizationId, personId]);
  return response.headers.getSetCookie();
}

async function findMatching(identities: Identities, candidates: readonly Candidate[], password: string): Promise<Candidate[]> {
  const { internalAdapter, password: hasher } = await identities.auth.$context;
  if (candidates.length === 0) {
    decoy ??= hasher.hash('no such person');
    await hasher.verify({ hash: await decoy, password });
    return [];
  }
  const matching: Candidate[] = [];
  for (const candidate of candidates) {
    const accounts = await internalAdapter.findAccounts(candidate.user_id);
    const stored = accounts.find((account) => account.providerId === 'credential')?.password;
    if (stored && (await hasher.verify({ hash: stored, password }))) matching.push(candidate);
  }
  return matching;
}
