import { languageHeader } from '../i18n/page-language.ts';
import { tellSessionExpired } from '../session/session-signal.ts';
import { tellReachable, tellUnreachable } from './connection-store.ts';

const retries = 3;
const firstRetryMs = 300;

/** A trusted document as it travels: its id, which of its operations, and the variables. */
export interface DocumentRequest {
  readonly documentId: string;
  readonly operationName: string | undefined;
  readonly variables: unknown;
}

export interface DocumentResult {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: Readonly<Record<string, unknown>> }[];
}

export interface DocumentAnswer {
  readonly response: Response;
  readonly text: string;
  /** Absent when the answer is no GraphQL result. */
  readonly result: DocumentResult | undefined;
}

interface SendOptions {
  readonly uri?: string;
  /** Whether a request that does not arrive, or finds the server busy (502–504), is tried again, later and later. */
  readonly retry: boolean;
  readonly signal: AbortSignal;
  /** Whether it goes on although the page is closed meanwhile. */
  readonly keepalive?: boolean;
}

/**
 * Sends a trusted document to `/graphql` with the cookies of the same origin. Rejects when the server cannot be reached. An answer
 * that says that nobody is signed in asks the person to sign in again.
 */
export async function sendDocument(request: DocumentRequest, { uri = '/graphql', retry, signal, keepalive = false }: SendOptions): Promise<DocumentAnswer> {
  const response = await reach(uri, { body: JSON.stringify(request), signal, keepalive }, retry ? retries : 0);
  const text = await response.text();
  const result = parse(text);
  const signedOut = response.status === 401 || result?.errors?.some((error) => error.extensions?.['code'] === 'UNAUTHENTICATED');
  if (signedOut) tellSessionExpired();
  return { response, text, result: result && (result.data !== undefined || result.errors) ? result : undefined };
}

async function reach(uri: string, given: { body: string; signal: AbortSignal; keepalive: boolean }, triesLeft: number): Promise<Response> {
  const { signal } = given;
  let response: Response;
  try {
    response = await fetch(uri, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json, application/json', ...languageHeader() },
      ...given,
    });
  } catch (error) {
    if (signal.aborted) throw error;
    if (triesLeft === 0) {
      tellUnreachable();
      throw error;
    }
    await pause(retries - triesLeft, signal);
    return reach(uri, given, triesLeft - 1);
  }
  const busy = response.status >= 502 && response.status <= 504;
  if (busy && triesLeft > 0) {
    await pause(retries - triesLeft, signal);
    return reach(uri, given, triesLeft - 1);
  }
  if (!busy) tellReachable();
  return response;
}

function parse(text: string): DocumentResult | undefined {
  try {
    return JSON.parse(text) as DocumentResult;
  } catch {
    return undefined;
  }
}

function pause(attempt: number, signal: AbortSignal): Promise<void> {
  const ms = firstRetryMs * 2 ** attempt * (0.5 + Math.random());
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}
