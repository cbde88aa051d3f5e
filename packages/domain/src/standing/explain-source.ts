import { dateIn } from '../shared/calendar.ts';
import type { SourceId } from '../shared/ids.ts';
import { because, type ExplanationNode, type StandingMessage } from './explanation.ts';
import { isInForce } from './in-force.ts';
import { isAssignment } from './source-kinds.ts';
import type { Situation, Source } from './standing-input.ts';

/**
 * Why somebody has the plan: each source with its state (L37, "why you have this").
 *
 * @param deciding the source whose date holds now: one that has taken over waits no longer (L58)
 */
export function explainSources(situation: Situation, deciding: SourceId | null = null): ExplanationNode {
  const { sources } = situation;
  const live = sources.filter((source) => isLive(source, situation)).length;
  const nodes = [...sources].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.id < b.id ? -1 : 1)).map((source) =>
    because('SOURCE', sourceMessage(source, situation.person.zone), source.id, stateOf(source, situation, deciding)));
  return because('SOURCE', { code: 'SOURCES', params: { live, ended: sources.length - live } }, null, nodes);
}

/** What a source is, and since when. */
export function sourceMessage({ kind, name, from }: Source, zone: string): StandingMessage {
  const on = dateIn(from, zone);
  if (kind === 'SELF_REGISTRATION' || kind === 'SELF_STARTED' || kind === 'BOOKMARK') return { code: `SOURCE_${kind}`, params: { on } };
  return { code: `SOURCE_${kind}`, params: { name: name ?? null, on } };
}

/** The one source to tell the learner of: an assignment before an own choice, the oldest before later ones. */
export function tellingSource(situation: Situation): StandingMessage {
  const live = situation.sources.filter((source) => isLive(source, situation));
  const [first] = live.sort((a, b) => Number(isAssignment(b.kind)) - Number(isAssignment(a.kind)) || (a.from < b.from ? -1 : a.from > b.from ? 1 : a.id < b.id ? -1 : 1));
  return first === undefined ? { code: 'SOURCE_NONE', params: {} } : sourceMessage(first, situation.person.zone);
}

function isLive(source: Source, { now }: Situation): boolean {
  return source.suppressed !== true && isInForce(source, now);
}

function stateOf(source: Source, { person, now }: Situation, deciding: SourceId | null): readonly ExplanationNode[] {
  const states: StandingMessage[] = [];
  if (source.suppressed === true) states.push({ code: 'SOURCE_SUPPRESSED', params: {} });
  if (source.to != null && !isInForce(source, now)) states.push({ code: 'SOURCE_ENDED', params: { on: dateIn(source.to, person.zone) } });
  if (source.dormant === true && source.id !== deciding) states.push({ code: 'SOURCE_DORMANT', params: {} });
  if (source.kept === true) states.push({ code: 'SOURCE_KEPT', params: {} });
  return states.map((message) => because('SOURCE', message, source.id));
}
