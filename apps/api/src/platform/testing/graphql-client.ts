/** What an HTTP request to the API came to. */
export interface Answer<T = unknown> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
  readonly text: string;
  readonly milliseconds: number;
}

/** The answer to a GraphQL operation. */
export interface GraphQLAnswer<T> {
  readonly data?: T | null;
  readonly errors?: readonly { readonly message: string; readonly path?: readonly (string | number)[]; readonly extensions: { readonly code: string } }[];
}

/** Talks to a server as one caller: with a session cookie, an API key, or nothing. */
export class TestClient {
  constructor(
    readonly baseUrl: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {}

  /** Any HTTP request; objects are sent as JSON. */
  async send<T = unknown>(method: string, path: string, body?: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Answer<T>> {
    const started = performance.now();
    const isRaw = body === undefined || typeof body === 'string' || body instanceof Uint8Array;
    const response = await fetch(`${this.baseUrl}${path}`, {
      method,
      redirect: 'manual',
      headers: { ...(!isRaw && { 'content-type': 'application/json' }), ...this.headers, ...headers },
      ...(body !== undefined && { body: isRaw ? (body as string) : JSON.stringify(body) }),
    });
    const text = await response.text();
    const milliseconds = performance.now() - started;
    return { status: response.status, headers: response.headers, text, body: parseJson(text) as T, milliseconds };
  }

  /** A GraphQL operation with everything that came back. */
  graphql<T = Record<string, unknown>>(query: string, variables: object = {}): Promise<Answer<GraphQLAnswer<T>>> {
    return this.send('POST', '/graphql', { query, variables });
  }

  /** The data of a GraphQL operation that has to succeed. */
  async ask<T = Record<string, never>>(query: string, variables: object = {}): Promise<T> {
    const { body, status, text } = await this.graphql<T>(query, variables);
    if (body.errors || !body.data) throw new Error(`GraphQL answered ${status}: ${text.slice(0, 2000)}`);
    return body.data;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
