import type { IncomingMessage } from 'node:http';

/** Origins that may talk to this server with cookies: its own, as the browser sees it, and the public address it is told. */
export function isOwnOrigin(origin: string | undefined, host: string | undefined, publicUrl: string | undefined): boolean {
  if (origin === undefined) return true;
  if (publicUrl !== undefined && origin === new URL(publicUrl).origin) return true;
  try {
    return new URL(origin).host === host;
  } catch {
    return false;
  }
}

/** Whether a browser of another site sent this; programs send neither header. */
export function isCrossSite(request: IncomingMessage, publicUrl: string | undefined): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site === 'cross-site' || site === 'same-site') return true;
  return !isOwnOrigin(request.headers.origin, request.headers.host, publicUrl);
}
