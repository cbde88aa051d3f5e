import { isAssignment, lengthBeyond, type Language, type SourceKind } from '@milepost/domain';
import { present } from '../../platform/graphql/answer.ts';
import { problem } from '../../platform/request/user-problem.ts';
import { minutesLeft, presentDue, presentMilestones } from '../enrollments/index.ts';
import { presentCover } from '../learning-plans/index.ts';
import { LearningOffer, LearningOfferPreview, OwnStanding, type OfferedModule } from './learning-centre.type.ts';
import type { OfferRow } from './offers.queries.ts';
import type { PreviewOfPerson } from './read-preview.ts';

const summaryLength = 200;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The beginning of a Markdown text as plain words, cut at a word. */
export function summarize(markdown: string): string {
  const plain = markdown
    .replace(/!\[[^\]]*\]\([^)]*\)/g, ' ')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\s{0,3}(#{1,6}|>|[-*+]|\d+\.)\s+/gm, '')
    .replace(/[*_`~|]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (lengthBeyond(plain, summaryLength) === undefined) return plain;
  const cut = Array.from(graphemes.segment(plain.slice(0, summaryLength * 8)), ({ segment }) => segment).slice(0, summaryLength).join('');
  return `${/\s/.test(cut) ? cut.replace(/\s+\S*$/, '') : cut}…`;
}

/** What a learner finds, as the page lists it. */
export function presentOffer(row: OfferRow): LearningOffer {
  const { id, kind, name, description, since, enrollmentId, status, progress } = row;
  return present(LearningOffer, {
    id,
    kind: kind as never,
    name,
    summary: summarize(description),
    cover: presentCover(row.cover),
    since,
    catalogs: [...row.catalogs],
    mine: enrollmentId === null ? null : present(OwnStanding, { enrollmentId, status: status as never, progress: progress ?? 0 }),
  });
}

/** What a learner found, before they start it. */
export function presentPreview(preview: PreviewOfPerson, modules: OfferedModule[], language: Language): LearningOfferPreview {
  const { subject, owned, asNewcomer, isFindable } = preview;
  const has = owned !== undefined && owned.status !== 'WITHDRAWN' && owned.kinds.length > 0;
  const offer = presentOffer({ ...subject, kind: subject.kind as never, nameKey: '', catalogs: preview.catalogs, enrollmentId: has ? owned.enrollmentId : null, status: owned?.status ?? null, progress: owned?.progress ?? null });
  const kinds = has ? owned.kinds : [];
  const isOnlyKept = kinds.length > 0 && kinds.every((kind) => kind === 'BOOKMARK') && owned?.status === 'NOT_STARTED';
  const start = isFindable && !subject.hasEnded && (!has || isOnlyKept);
  return present(LearningOfferPreview, {
    id: subject.id,
    offer,
    description: subject.description,
    minutes: (asNewcomer && minutesLeft(asNewcomer)) || modules.reduce((sum, { durationMinutes }) => sum + (durationMinutes ?? 0), 0),
    due: asNewcomer ? presentDue(asNewcomer.standing.effectiveDue) : null,
    milestones: asNewcomer && subject.planId ? presentMilestones(asNewcomer, language) : [],
    modules,
    viewerCan: {
      start,
      add: start && !has && subject.addable,
      remove: kinds.some((kind) => kind === 'BOOKMARK' || kind === 'SELF_STARTED') && !kinds.some((kind) => isAssignment(kind as SourceKind)),
    },
    cannotStartBecause: has || start ? null : problem(subject.hasEnded ? 'PLAN_ENDED' : 'NOT_TO_BE_FOUND').say(language),
  });
}
