import { http, HttpResponse } from 'msw';
import type { Viewer } from '../session/viewer.ts';

/** A viewer with everything a viewer has. */
export function buildViewer(overrides: Partial<Viewer> = {}): Viewer {
  return {
    personId: 'p1',
    displayName: 'Mia Chen',
    email: 'mia@example.com',
    employeeNumber: 'E-1042',
    locale: null,
    timeZone: 'Asia/Shanghai',
    organization: { id: 'o1', name: 'Northwind', planTerms: {}, accentColor: null },
    roles: [],
    permissions: [],
    isAdmin: false,
    ...overrides,
  };
}

/** Answers `GET /api/session` as for who is signed in, or with nothing. */
export const sessionIs = (viewer: Viewer | null) => http.get('*/api/session', () => (viewer ? HttpResponse.json({ viewer }) : new HttpResponse(null, { status: 204 })));

/** Answers a POST below `/api/session`, and keeps what was sent. */
export function answers(path: string, ...replies: { status: number; body?: object }[]) {
  const sent: unknown[] = [];
  const handler = http.post(`*/api/session${path}`, async ({ request }) => {
    sent.push(await request.json());
    const reply = replies[Math.min(sent.length, replies.length) - 1] ?? { status: 200 };
    return HttpResponse.json(reply.body ?? {}, { status: reply.status });
  });
  return { handler, sent };
}
