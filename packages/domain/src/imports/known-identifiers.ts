import { foldEmail, foldIdentifier, hasControlCharacters } from '../shared/text.ts';
import type { ListedPerson, ListIdentifier } from './listed-people.ts';
import type { ListProblem } from './listed-people-messages.ts';

/** Who is meant, with what was mended; or what is wrong. */
export interface FoundPerson {
  readonly person: ListedPerson | null;
  readonly problems: readonly ListProblem[];
}

/** Finds people by what a list names them by. */
export interface KnownIdentifiers {
  find(value: string): FoundPerson;
}

/** The people of an organization, to be found by job number, by address or by what another system knows them by. */
export function knownIdentifiers(by: ListIdentifier, people: readonly ListedPerson[]): KnownIdentifiers {
  return by === 'EMAIL' ? new KnownEmails(people) : new KnownNumbers(people, by);
}

/** Spreadsheets write long numbers so: the digits behind are lost. */
const SHORTENED = /^(\d)(?:[.,](\d+))?E\+?(\d{1,3})$/i;
const CANDIDATES_NAMED = 3;

class KnownEmails implements KnownIdentifiers {
  private readonly byEmail: ReadonlyMap<string, ListedPerson>;

  constructor(people: readonly ListedPerson[]) {
    this.byEmail = new Map(people.map((person) => [foldEmail(person.identifier), person]));
  }

  find(value: string): FoundPerson {
    if (value === '' || hasControlCharacters(value, 'ONE_LINE')) return refused({ code: 'EMAIL_MISSING', params: {} });
    const person = this.byEmail.get(foldEmail(value));
    return person ? { person, problems: [] } : refused({ code: 'EMAIL_UNKNOWN', params: { value } });
  }
}

/** Job numbers, in any case, and external ids, as they are written: both may be numbers to a spreadsheet. */
class KnownNumbers implements KnownIdentifiers {
  private readonly exact = new Map<string, ListedPerson>();
  private readonly withoutZeros = new Map<string, ListedPerson[]>();
  private readonly bare = new Map<string, ListedPerson[]>();

  private readonly by: Exclude<ListIdentifier, 'EMAIL'>;

  constructor(people: readonly ListedPerson[], by: Exclude<ListIdentifier, 'EMAIL'>) {
    this.by = by;
    for (const person of people) {
      const key = foldIdentifier(person.identifier);
      this.exact.set(this.isExternal ? person.identifier : key, person);
      add(this.withoutZeros, stripZeros(key), person);
      add(this.bare, stripSigns(key), person);
    }
  }

  find(value: string): FoundPerson {
    if (value === '' || hasControlCharacters(value, 'ONE_LINE')) return refused({ code: this.isExternal ? 'EXTERNAL_ID_MISSING' : 'NUMBER_MISSING', params: {} });
    const key = foldIdentifier(value);
    const person = this.exact.get(this.isExternal ? value : key);
    if (person) return { person, problems: [] };
    const shortened = SHORTENED.exec(value);
    if (shortened) return refused({ code: 'NUMBER_SHORTENED', params: { value, meant: nameOnly(this.startingWith(shortened)) } });
    const [restored, ...others] = /^\d+$/.test(key) ? (this.withoutZeros.get(stripZeros(key)) ?? []) : [];
    if (restored && others.length === 0) return { person: restored, problems: [{ code: 'ZEROS_RESTORED', params: { value, meant: restored.identifier } }] };
    if (restored) return refused({ code: 'NUMBER_AMBIGUOUS', params: { value, candidates: [restored, ...others].slice(0, CANDIDATES_NAMED).map((each) => each.identifier) } });
    return refused({ code: this.isExternal ? 'EXTERNAL_ID_UNKNOWN' : 'NUMBER_UNKNOWN', params: { value, meant: nameOnly(this.bare.get(stripSigns(key)) ?? []) } });
  }

  private get isExternal(): boolean {
    return this.by === 'EXTERNAL_ID';
  }

  /** Those whose number a spreadsheet would have shortened to this. */
  private startingWith([, first = '', rest = '', exponent = '']: RegExpExecArray): ListedPerson[] {
    const length = Number(exponent) + 1;
    const written = Number(`${first}.${rest}`);
    const isMeant = (key: string): boolean => key.length === length && Number((Number(key) / 10 ** Number(exponent)).toFixed(rest.length)) === written;
    return [...this.withoutZeros].flatMap(([key, people]) => (/^\d+$/.test(key) && isMeant(key) ? people : []));
  }
}

function refused(problem: ListProblem): FoundPerson {
  return { person: null, problems: [problem] };
}

/** The number of the one who can be meant; '' where nobody or more than one can. */
function nameOnly(people: readonly ListedPerson[]): string {
  const [only, second] = people;
  return only && !second ? `${only.identifier} (${only.displayName})` : '';
}

function stripZeros(key: string): string {
  return key.replace(/^0+(?=.)/, '');
}

function stripSigns(key: string): string {
  return stripZeros(key.replace(/[^\p{L}\p{N}]/gu, ''));
}

function add<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
