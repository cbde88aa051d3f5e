import type { Act, Language, Viewer } from '@milepost/domain';
import type { Actor } from './actor.ts';

/** Who made a request, resolved anew for each: what a person may do can change between two requests. */
export interface Caller {
  readonly organizationId: string;
  readonly actor: Actor & { readonly id: string };
  readonly viewer: Viewer;
  /** Acts that are allowed on something at least; what exactly, the use case asks with the subject in hand. */
  readonly acts: ReadonlySet<Act>;
  /** Whether anybody reports to them. */
  readonly manages: boolean;
  readonly locale: Language;
  readonly timeZone: string;
  /** Until when the caller's session or key is good; an open socket ends then. */
  readonly validUntil: Date | undefined;
  /** The sign-in session, absent for API clients. */
  readonly sessionId: string | undefined;
}

/** The best language for an Accept-Language header. */
export function localeFrom(header: string | undefined): Language {
  return /^\s*zh\b/i.test(header ?? '') ? 'zh-CN' : 'en';
}

/** A stored language as one that the product speaks. */
export function supportedLocale(language: string): Language {
  return language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}
