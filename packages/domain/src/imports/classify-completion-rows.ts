import { checkCompletionDay } from '../progress/completion-day.ts';
import { classifyAddedCompletion, type AddedCompletionSituation } from '../progress/classify-completions.ts';
import type { CalendarDate, Instant } from '../shared/calendar.ts';
import { foldForSearch } from '../shared/text.ts';
import type { CompletionRowProblem } from './completion-import-messages.ts';
import { NearestTexts } from './find-nearest.ts';
import { knownIdentifiers, type FoundPerson } from './known-identifiers.ts';
import type { ListedPerson, ListIdentifier } from './listed-people.ts';
import type { MendedCells } from './mend-cells.ts';
import { RowsBefore } from './rows-before.ts';
import { readCompletionCells, shown, wordOfType, type CompletedType, type CompletionCells } from './read-completions-file.ts';

/** Something that a file may say was completed. */
export interface CompletedItem {
  readonly id: string;
  readonly type: CompletedType;
  readonly name: string;
  /** The day on which it came to be, in UTC. */
  readonly existsSince: CalendarDate;
}

/** Whom and what the rows of a file may name. */
export interface KnownToImport {
  readonly by: ListIdentifier;
  readonly people: readonly ListedPerson[];
  readonly items: readonly CompletedItem[];
  /** Who has completed something already gets a further completion. */
  readonly again: boolean;
  /** What is to be read otherwise than the file says it. */
  readonly mends?: MendedCells;
}

/** A row whose person, thing and day are known. */
export interface MeantCompletion {
  readonly person: ListedPerson;
  readonly item: CompletedItem;
  readonly day: CalendarDate;
}

/** What a row comes to by itself and by the rows before it. */
export interface MatchedRow {
  /** Its number in the file, from 1. */
  readonly row: number;
  readonly cells: CompletionCells;
  /** The row as the file says it. */
  readonly raw: readonly string[];
  /** What it was read as instead; null: as the file says it. */
  readonly mended: readonly string[] | null;
  readonly person: ListedPerson | null;
  /** Null: the row is an error. */
  readonly meant: MeantCompletion | null;
  /** An earlier row with another day says that it is completed. */
  readonly follows: boolean;
  readonly problems: readonly CompletionRowProblem[];
}

/** How many unknown texts of a file are compared with all known ones. */
const SUGGESTED = 200;
/** What so many different texts of a file mean is kept, for when they stand there again. */
const KEPT = 50_000;

/** Finds whom and what the rows of a file mean, one after the other in the order of the file; each text is looked up once, however often it stands there. */
export class CompletionRows {
  private readonly people: (identifier: string) => FoundPerson;
  private readonly names: ReadonlyMap<CompletedType, ReadonlyMap<string, readonly CompletedItem[]>>;
  private readonly byId: ReadonlyMap<string, CompletedItem>;
  private readonly foundItems = new Map<string, CompletedItem | CompletionRowProblem>();
  private readonly before = new RowsBefore();
  private readonly nearest = new Map<CompletedType | 'PERSON', NearestTexts>();

  constructor(private readonly known: KnownToImport) {
    const identifiers = knownIdentifiers(known.by, known.people);
    const unknown = new Map<string, FoundPerson>();
    this.people = (identifier) => {
      const found = unknown.get(identifier) ?? identifiers.find(identifier);
      if (!found.person && unknown.size < KEPT) unknown.set(identifier, found);
      return found;
    };
    this.byId = new Map(known.items.map((item) => [item.id, item]));
    const byType = Map.groupBy(known.items, ({ type }) => type);
    this.names = new Map([...byType].map(([type, items]) => [type, Map.groupBy(items, ({ name }) => foldForSearch(name))]));
  }

  /** What the next row means, or all that is wrong with it. */
  match(row: number, raw: readonly string[], width: number): MatchedRow {
    const read = this.known.mends?.mend(row, raw) ?? raw;
    const cells = readCompletionCells(read, width);
    const about = { row, cells, raw, mended: read === raw ? null : read };
    if (cells.problems.some(({ code }) => code === 'PLACEHOLDER_LEFT')) return { ...about, person: null, meant: null, follows: false, problems: cells.problems };
    const isLegible = !cells.problems.some(({ params }) => 'column' in params && params.column === 'identifier');
    const { person, problems: ofPerson } = isLegible ? this.findPerson(cells.identifier) : { person: null, problems: [] };
    const item = cells.type && cells.name !== '' ? this.findItem(cells.type, cells.name) : undefined;
    const isError = cells.problems.length > 0 || !person || !item || 'code' in item || !cells.day;
    const problems = [...ofPerson, ...cells.problems, ...(item && 'code' in item ? [item] : [])];
    if (isError) return { ...about, person, meant: null, follows: false, problems };
    const meant = { person, item, day: cells.day };
    const before = this.before.note(row, person.id, item.id, cells.day);
    if (before?.isSame) return { ...about, person, meant: null, follows: false, problems: [{ code: 'ROW_DUPLICATED', params: { firstRow: before.row } }] };
    const follows = before !== undefined && !this.known.again;
    return { ...about, person, meant, follows, problems: follows ? [...problems, { code: 'COMPLETED_IN_ROW', params: { firstRow: before.row } }] : problems };
  }

  private findPerson(identifier: string): { readonly person: ListedPerson | null; readonly problems: readonly CompletionRowProblem[] } {
    const found = this.people(identifier.replace(/^'(?=.)/, ''));
    if (found.person?.status === 'LEFT') return { person: null, problems: [{ code: 'PERSON_LEFT', params: { value: shown(identifier), name: found.person.displayName } }] };
    return { person: found.person, problems: found.problems.map((problem) => this.withSuggestion(problem)) };
  }

  private readonly suggestions = new Map<string, string>();

  /** Nobody is guessed; who is nearest is said. */
  private withSuggestion(problem: CompletionRowProblem): CompletionRowProblem {
    if (problem.code !== 'NUMBER_UNKNOWN' && problem.code !== 'EMAIL_UNKNOWN' && problem.code !== 'EXTERNAL_ID_UNKNOWN') return problem;
    const { value } = problem.params;
    const meant = 'meant' in problem.params ? problem.params.meant : '';
    return { code: 'PERSON_UNKNOWN', params: { value: shown(value), meant: meant || this.suggest('PERSON', value) } };
  }

  private suggest(among: CompletedType | 'PERSON', value: string): string {
    const key = `${among} ${value}`;
    const before = this.suggestions.get(key);
    if (before !== undefined || this.suggestions.size >= SUGGESTED) return before ?? '';
    const texts = this.nearest.get(among) ?? new NearestTexts(this.textsOf(among));
    this.nearest.set(among, texts);
    const meant = texts.find(value) ?? '';
    this.suggestions.set(key, meant);
    return meant;
  }

  private textsOf(among: CompletedType | 'PERSON'): readonly string[] {
    if (among === 'PERSON') return this.known.people.map(({ identifier }) => identifier);
    return [...(this.names.get(among)?.values() ?? [])].map(([item]) => item!.name);
  }

  private findItem(type: CompletedType, name: string): CompletedItem | CompletionRowProblem {
    const key = `${type} ${name}`;
    const found = this.foundItems.get(key) ?? this.lookUp(type, name);
    if (this.foundItems.size < KEPT) this.foundItems.set(key, found);
    return found;
  }

  private lookUp(type: CompletedType, name: string): CompletedItem | CompletionRowProblem {
    const value = shown(name);
    const byId = this.byId.get(name.toLowerCase());
    if (byId) return byId.type === type ? byId : { code: 'ITEM_OF_OTHER_TYPE', params: { value, type: wordOfType(byId.type) } };
    const folded = foldForSearch(name);
    const called = this.names.get(type)?.get(folded) ?? [];
    const [only, second] = called;
    if (only && !second) return only;
    if (only) return { code: 'ITEM_AMBIGUOUS', params: { value, candidates: called.slice(0, 3).map(({ id }) => id) } };
    const other = [...this.names].find(([, names]) => names.has(folded));
    if (other) return { code: 'ITEM_OF_OTHER_TYPE', params: { value, type: wordOfType(other[0]) } };
    return { code: 'ITEM_UNKNOWN', params: { value, meant: this.suggest(type, name) } };
  }
}

export type ImportedCompletionClass = 'NEW' | 'ALREADY_COMPLETED' | 'ERROR';

/** What a row comes to in the end (U22, U23, X9), with what is wrong with it or to be known of it. */
export function classifyImportedCompletion(
  { meant, follows, problems }: Pick<MatchedRow, 'meant' | 'follows' | 'problems'>,
  situation: AddedCompletionSituation | undefined,
  { again, now }: { readonly again: boolean; readonly now: Instant },
): { readonly class: ImportedCompletionClass; readonly problems: readonly CompletionRowProblem[] } {
  if (!meant || !situation) return { class: 'ERROR', problems };
  const { day, item } = meant;
  const checked = checkCompletionDay(day, { zone: situation.zone, hiredOn: situation.hiredOn, existsSince: item.existsSince, now });
  if (!checked.ok) return { class: 'ERROR', problems: [checked.problem] };
  if (follows) return { class: 'ALREADY_COMPLETED', problems };
  const added = classifyAddedCompletion(situation, { completedOn: day, existsSince: item.existsSince, again, now });
  if (added === 'ALREADY_COMPLETED') return { class: 'ALREADY_COMPLETED', problems };
  return { class: 'NEW', problems: [...problems, ...checked.value.warnings.map((code) => ({ code, params: {} }))] };
}
