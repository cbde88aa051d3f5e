import { languageHeader } from '../i18n/page-language.ts';
import type { Viewer } from './viewer.ts';

/** The API could not be reached, or failed on its side; nothing was done as far as one can know. */
export interface Unreachable {
  readonly is: 'UNREACHABLE';
}

export type SignInAnswer =
  | { readonly is: 'SIGNED_IN'; readonly viewer: Viewer }
  | { readonly is: 'WRONG_CREDENTIALS' }
  | { readonly is: 'CHOOSE_ORGANIZATION'; readonly organizations: readonly { readonly id: string; readonly name: string }[] }
  | { readonly is: 'TOO_MANY_TRIES'; readonly retryAfterSeconds: number }
  | Unreachable;

export type SessionAnswer = { readonly is: 'SIGNED_IN'; readonly viewer: Viewer } | { readonly is: 'SIGNED_OUT' } | Unreachable;

export type LinkAnswer =
  | { readonly is: 'VALID'; readonly kind: 'INVITATION' | 'RESET'; readonly displayName: string; readonly login: string }
  | { readonly is: 'GONE' }
  | Unreachable;

export type PasswordAnswer =
  | { readonly is: 'CHANGED' }
  | { readonly is: 'GONE' }
  | { readonly is: 'WRONG_PASSWORD' }
  | { readonly is: 'REFUSED'; readonly message: string | undefined }
  | { readonly is: 'SIGNED_OUT' }
  | Unreachable;

interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

const unreachable: Unreachable = { is: 'UNREACHABLE' };

async function ask(path: string, body?: unknown): Promise<Answer | Unreachable> {
  try {
    const response = await fetch(`/api/session${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      credentials: 'same-origin',
      headers: { accept: 'application/json', ...languageHeader(), ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (response.status >= 500) return unreachable;
    const text = await response.text();
    return { status: response.status, body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>) };
  } catch {
    return unreachable;
  }
}

const isUnreachable = (answer: Answer | Unreachable): answer is Unreachable => 'is' in answer;

/** Who is signed in here. */
export async function readSession(): Promise<SessionAnswer> {
  const answer = await ask('');
  if (isUnreachable(answer)) return answer;
  if (answer.status === 200) return { is: 'SIGNED_IN', viewer: answer.body['viewer'] as Viewer };
  return answer.status === 204 || answer.status === 401 ? { is: 'SIGNED_OUT' } : unreachable;
}

/** Signs in by e-mail or employee number; a person of several organizations is asked which, then calls again with it. */
export async function signIn(input: { login: string; password: string; organizationId?: string }): Promise<SignInAnswer> {
  const answer = await ask('/sign-in', input);
  if (isUnreachable(answer)) return answer;
  const { status, body } = answer;
  if (status === 200) return { is: 'SIGNED_IN', viewer: body['viewer'] as Viewer };
  if (status === 409) return { is: 'CHOOSE_ORGANIZATION', organizations: body['organizations'] as { id: string; name: string }[] };
  if (status === 429) return { is: 'TOO_MANY_TRIES', retryAfterSeconds: Number(body['retryAfterSeconds'] ?? 60) };
  return status === 401 || status === 400 ? { is: 'WRONG_CREDENTIALS' } : unreachable;
}

/** Ends this sign-in; true when the server has done so. */
export async function signOut(): Promise<boolean> {
  return succeeded(await ask('/sign-out', {}));
}

/** Ends every sign-in of this person on all devices; true when the server has done so. */
export async function signOutEverywhere(): Promise<boolean> {
  return succeeded(await ask('/sign-out-everywhere', {}));
}

// Who is signed out already has what was asked for.
const succeeded = (answer: Answer | Unreachable): boolean => !isUnreachable(answer) && (answer.status < 300 || answer.status === 401);

/** What an invitation or reset link is for; GONE when it was used or its time is over. */
export async function readLink(token: string): Promise<LinkAnswer> {
  const answer = await ask(`/link?token=${encodeURIComponent(token)}`);
  if (isUnreachable(answer)) return answer;
  if (answer.status === 200) {
    const { kind, displayName, login } = answer.body as { kind: 'INVITATION' | 'RESET'; displayName: string; login: string };
    return { is: 'VALID', kind, displayName, login };
  }
  return answer.status === 204 || (answer.status >= 400 && answer.status < 500) ? { is: 'GONE' } : unreachable;
}

/** Spends an invitation or reset link: sets the password and signs in. A link works exactly once. */
export async function spendLink(kind: 'INVITATION' | 'RESET', token: string, password: string): Promise<PasswordAnswer> {
  return passwordAnswer(await ask(kind === 'INVITATION' ? '/accept-invitation' : '/reset-password', { token, password }));
}

/** Changes the password of who is signed in. */
export async function changePassword(currentPassword: string, newPassword: string): Promise<PasswordAnswer> {
  return passwordAnswer(await ask('/change-password', { currentPassword, newPassword }));
}

function passwordAnswer(answer: Answer | Unreachable): PasswordAnswer {
  if (isUnreachable(answer)) return answer;
  const { status, body } = answer;
  if (status < 300) return { is: 'CHANGED' };
  if (status === 410) return { is: 'GONE' };
  if (body['code'] === 'WRONG_PASSWORD' || body['code'] === 'WRONG_CREDENTIALS') return { is: 'WRONG_PASSWORD' };
  if (status === 401) return { is: 'SIGNED_OUT' };
  return { is: 'REFUSED', message: typeof body['message'] === 'string' ? body['message'] : undefined };
}
