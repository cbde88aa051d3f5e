import { eventually } from './eventually.ts';

/** What an HTTP request came to. */
export interface Answer {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly text: string;
  readonly milliseconds: number;
}

/** A bulk act as its admin sees it. */
export interface SeenOperation {
  readonly state: string;
  readonly previewHash: string | null;
  readonly rowsDone: number;
  readonly rowsTotal: number | null;
  readonly result: readonly { readonly class: string; readonly rows: number }[];
}

const tus = { 'tus-resumable': '1.0.0' };

/** Somebody who uses the API from outside: a person with a session, or a partner system with its key. */
export class ApiUser {
  constructor(
    private readonly origin: () => string,
    readonly headers: Readonly<Record<string, string>>,
  ) {}

  /** @param origin asked before each request, for a process that comes back may come back elsewhere */
  static async signIn(origin: () => string, login: string, password: string): Promise<ApiUser> {
    const answer = await fetch(`${origin()}/api/session/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ login, password }),
    });
    if (!answer.ok) throw new Error(`Not signed in: ${answer.status} ${await answer.text()}`);
    const cookie = answer.headers.getSetCookie().map((each) => each.split(';')[0]).join('; ');
    return new ApiUser(origin, { cookie });
  }

  async graphql(query: string, variables: object = {}): Promise<Answer> {
    const begun = performance.now();
    const answer = await this.send('POST', '/graphql', JSON.stringify({ query, variables }), { 'content-type': 'application/json' });
    const text = await answer.text();
    return { status: answer.status, retryAfter: answer.headers.get('retry-after'), text, milliseconds: performance.now() - begun };
  }

  /** The data of an operation that has to succeed. */
  async ask<Data>(query: string, variables: object = {}): Promise<Data> {
    const { text, status } = await this.graphql(query, variables);
    const { data, errors } = JSON.parse(text) as { data: Data; errors?: unknown };
    if (errors) throw new Error(`${status} ${text.slice(0, 500)}`);
    return data;
  }

  send(method: string, path: string, body?: string | Uint8Array<ArrayBuffer>, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    return fetch(`${this.origin()}${path}`, { method, headers: { ...this.headers, ...headers }, ...(body !== undefined && { body }) });
  }

  /** Makes a place for a file of `size` bytes; answers its path. */
  async beginUpload(size: number, purpose: 'IMPORT' | 'MODULE', name: string): Promise<string> {
    const metadata = Object.entries({ purpose, filename: name }).map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`).join(',');
    const place = await this.send('POST', '/files/uploads', undefined, { ...tus, 'upload-length': String(size), 'upload-metadata': metadata });
    if (place.status !== 201) throw new Error(`No place for the file: ${place.status} ${await place.text()}`);
    return new URL(place.headers.get('location') ?? '', this.origin()).pathname;
  }

  /** Sends bytes from `offset` on. */
  sendPart(place: string, offset: number, bytes: Uint8Array<ArrayBuffer>): Promise<Response> {
    return this.send('PATCH', place, bytes, { ...tus, 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' });
  }

  /** How many bytes of it are there. */
  async offsetOf(place: string): Promise<number> {
    return Number((await this.send('HEAD', place, undefined, tus)).headers.get('upload-offset'));
  }

  /** Uploads a list to be imported; answers the file's id. */
  async uploadList(csv: string): Promise<string> {
    const bytes = new TextEncoder().encode(csv);
    const place = await this.beginUpload(bytes.length, 'IMPORT', 'people.csv');
    const sent = await this.sendPart(place, 0, bytes);
    return sent.headers.get('x-file-id') ?? '';
  }

  /** Asks for the preview of a bulk act; answers the operation's id. */
  async preview(mutation: string, input: object): Promise<string> {
    const inputType = `P${mutation.slice(1)}Input`;
    const answer = await this.ask<Record<string, { id?: string }>>(
      `mutation ($input: ${inputType}!) { ${mutation}(input: $input) { ... on Operation { id } ... on Refusal { problems { code message } } } }`,
      { input },
    );
    const id = answer[mutation]?.id;
    if (!id) throw new Error(`${mutation}: ${JSON.stringify(answer)}`);
    return id;
  }

  /** Uploads a file of people and has it analysed; answers the operation's id. */
  async previewImport(csv: string): Promise<string> {
    return this.preview('previewPeopleImport', { fileId: await this.uploadList(csv) });
  }

  /** Previews giving a plan to everybody; answers the operation's id. */
  previewAssignment(planId: string): Promise<string> {
    return this.preview('previewAssignment', { planId, confirmEverybody: true, audience: { kind: 'EVERYONE' } });
  }

  async operation(id: string): Promise<SeenOperation> {
    const { operation } = await this.ask<{ operation: SeenOperation }>(
      'query ($id: ID!) { operation(id: $id) { state previewHash rowsDone rowsTotal result { class rows } } }',
      { id },
    );
    return operation;
  }

  /** Waits for the preview and accepts it; answers the token of what was accepted. */
  async commit(id: string): Promise<string> {
    const previewHash = await this.whenPreviewed(id);
    await this.press(id, previewHash);
    return previewHash;
  }

  /** The token of the preview, once it is there. */
  whenPreviewed(id: string): Promise<string> {
    return eventually('the preview', async () => {
      const { state, previewHash } = await this.operation(id);
      return state === 'PREVIEWED' && (previewHash ?? undefined);
    }, 60);
  }

  /** Accepts a preview as it was seen. */
  async press(id: string, previewHash: string): Promise<void> {
    const { commitOperation } = await this.ask<{ commitOperation: { __typename: string } }>(
      'mutation ($input: CommitOperationInput!) { commitOperation(input: $input) { __typename } }',
      { input: { operationId: id, previewHash } },
    );
    if (commitOperation.__typename !== 'Operation') throw new Error(commitOperation.__typename);
  }

  /** Resolves as soon as the act has done some of its rows, but not all. */
  async whenHalfWay(id: string): Promise<void> {
    await eventually('the act is half-way', async () => {
      const { rowsDone, state } = await this.operation(id);
      if (state === 'DONE' || state === 'FAILED') throw new Error(`The act is ${state} already`);
      return rowsDone > 0;
    });
  }
}
