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
  /** The person's own language, of an API client that of its organization; a request may ask for another. */
  readonly locale: Language;
  readonly timeZone: string;
  /** Until when the caller's session or key is good; an open socket ends then. */
  readonly validUntil: Date | undefined;
  /** The sign-in session, absent for API clients. */
  readonly sessionId: string | undefined;
  /** All records of the person, those that were merged into theirs among them; an API client has none. */
  readonly recordIds: readonly string[];
}

/** The language that an Accept-Language header (RFC 9110) wants most among those that the product speaks; undefined when it names none. */
export function requestedLocale(header: string | undefined): Language | undefined {
  const wishes = (header ?? '').split(',').map((part) => {
    const [tag = '', ...parameters] = part.split(';').map((each) => each.trim());
    const weight = Number(parameters.find((each) => each.startsWith('q='))?.slice(2) ?? 1);
    return { language: spoken(tag), weight: Number.isNaN(weight) ? 0 : weight };
  });
  const [best] = wishes.filter(({ language, weight }) => language !== undefined && weight > 0).sort((a, b) => b.weight - a.weight);
  return best?.language;
}

/** A stored language as one that the product speaks. */
export function supportedLocale(language: string): Language {
  return spoken(language) ?? 'en';
}

function spoken(tag: string): Language | undefined {
  const [primary] = tag.toLowerCase().split(/[-_]/);
  return primary === 'zh' ? 'zh-CN' : primary === 'en' ? 'en' : undefined;
}
