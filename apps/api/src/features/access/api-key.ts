import { createHash, randomBytes } from 'node:crypto';

/** What an API key says of itself: where to look, and the secret that is compared by its hash. */
export interface ApiKey {
  readonly organizationId: string;
  readonly clientId: string;
  readonly secret: Buffer;
}

const prefix = 'mpk_';
const form = /^Bearer mpk_([A-Za-z0-9_-]{86})$/;

/**
 * Makes a key for an API client: 16 bytes of the organization's id, 16 of the client's, and 32 random ones. Only the hash of the
 * random part is kept; it needs no slow hash, because nobody guesses 256 random bits.
 */
export function makeApiKey(organizationId: string, clientId: string): { key: string; secretHash: Buffer; hint: string } {
  const secret = randomBytes(32);
  const key = prefix + Buffer.concat([uuidBytes(organizationId), uuidBytes(clientId), secret]).toString('base64url');
  return { key, secretHash: createHash('sha256').update(secret).digest(), hint: key.slice(-4) };
}

/** Takes an Authorization header apart; undefined when it holds no key of ours. */
export function readApiKey(authorization: string): ApiKey | undefined {
  const match = form.exec(authorization);
  if (!match) return undefined;
  const bytes = Buffer.from(match[1]!, 'base64url');
  if (bytes.length !== 64) return undefined;
  return { organizationId: toUuid(bytes.subarray(0, 16)), clientId: toUuid(bytes.subarray(16, 32)), secret: bytes.subarray(32) };
}

function uuidBytes(id: string): Buffer {
  return Buffer.from(id.replaceAll('-', ''), 'hex');
}

function toUuid(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
