import { compareDates, parseCalendarDate } from '../shared/calendar.ts';
import { isUuid } from '../shared/ids.ts';
import { refuse, succeed, type Result } from '../shared/result.ts';
import { AUDIENCE_LIMITS, type AudienceExpression, type AudienceProblem, type AudienceProblemShapes } from './audience-expression.ts';

type Path = readonly (string | number)[];
type Fields = { readonly [field: string]: unknown };

/** More problems than these help nobody, and a hostile text must not be answered by a longer one. */
const PROBLEMS_NAMED = 100;

/** The fields of each kind; those with a question mark may be left out. */
const FIELDS: { readonly [K in AudienceExpression['kind']]: readonly string[] } = {
  EVERYONE: [],
  PEOPLE: ['personIds'],
  GROUPS: ['groupIds'],
  DEPARTMENTS: ['departmentIds', 'includeSubDepartments'],
  POSITIONS: ['positionIds'],
  JOB_ROLES: ['jobRoleIds'],
  LANGUAGES: ['languages'],
  PARTNER_ACCOUNTS: ['partnerAccountIds'],
  HIRE_DATE: ['from?', 'to?'],
  AND: ['operands'],
  OR: ['operands'],
  NOT: ['operand'],
};

/**
 * Reads an audience from JSON that nobody has checked. Refuses every field, kind and value that is not exactly
 * what the type says, and what exceeds `AUDIENCE_LIMITS`, naming all problems with their paths. Ids come back in
 * lower case and once each; whether they exist is for the caller to find out.
 */
export function parseAudience(json: unknown): Result<AudienceExpression, readonly AudienceProblem[]> {
  const reader = new AudienceReader();
  const expression = reader.read(json, [], 1);
  return expression !== undefined && reader.problems.length === 0 ? succeed(expression) : refuse(reader.problems);
}

class AudienceReader {
  readonly problems: AudienceProblem[] = [];
  nodes = 0;

  read(json: unknown, path: Path, depth: number): AudienceExpression | undefined {
    this.nodes += 1;
    if (this.nodes > AUDIENCE_LIMITS.nodes) {
      // Said once: a hostile tree must not be answered with as many problems as it has nodes.
      if (this.nodes === AUDIENCE_LIMITS.nodes + 1) this.report(path, 'TOO_MANY_NODES', { limit: AUDIENCE_LIMITS.nodes });
      return undefined;
    }
    if (depth > AUDIENCE_LIMITS.depth) return this.report(path, 'TOO_DEEP', { limit: AUDIENCE_LIMITS.depth });
    if (typeof json !== 'object' || json === null || Array.isArray(json)) return this.report(path, 'NOT_AN_OBJECT', {});
    const fields = json as Fields;
    const kind = Object.hasOwn(fields, 'kind') ? fields['kind'] : undefined;
    if (typeof kind !== 'string' || !Object.hasOwn(FIELDS, kind)) {
      return this.report([...path, 'kind'], 'UNKNOWN_KIND', { kind: String(kind).slice(0, 40) });
    }
    if (!this.hasTheFieldsOf(kind as AudienceExpression['kind'], fields, path)) return undefined;
    return this.readKind(kind as AudienceExpression['kind'], fields, path, depth);
  }

  private hasTheFieldsOf(kind: AudienceExpression['kind'], fields: Fields, path: Path): boolean {
    const before = this.problems.length;
    const allowed = FIELDS[kind].map((field) => field.replace('?', ''));
    for (const field of Object.keys(fields)) {
      if (field !== 'kind' && !allowed.includes(field)) this.report([...path, field.slice(0, 40)], 'UNKNOWN_FIELD', { field: field.slice(0, 40) });
    }
    for (const field of FIELDS[kind]) {
      if (!field.endsWith('?') && !Object.hasOwn(fields, field)) this.report([...path, field], 'FIELD_MISSING', { field });
    }
    return this.problems.length === before;
  }

  private readKind(kind: AudienceExpression['kind'], fields: Fields, path: Path, depth: number): AudienceExpression | undefined {
    switch (kind) {
      case 'EVERYONE': return { kind };
      case 'PEOPLE': return { kind, personIds: this.ids(fields, 'personIds', path) };
      case 'GROUPS': return { kind, groupIds: this.ids(fields, 'groupIds', path) };
      case 'DEPARTMENTS': return {
        kind,
        departmentIds: this.ids(fields, 'departmentIds', path),
        includeSubDepartments: this.boolean(fields, 'includeSubDepartments', path),
      };
      case 'POSITIONS': return { kind, positionIds: this.ids(fields, 'positionIds', path) };
      case 'JOB_ROLES': return { kind, jobRoleIds: this.ids(fields, 'jobRoleIds', path) };
      case 'LANGUAGES': return { kind, languages: this.list(fields, 'languages', path, (value, at) => this.language(value, at)) };
      case 'PARTNER_ACCOUNTS': return { kind, partnerAccountIds: this.ids(fields, 'partnerAccountIds', path) };
      case 'HIRE_DATE': return this.hireDates(fields, path);
      case 'AND':
      case 'OR': return { kind, operands: this.list(fields, 'operands', path, (value, at) => this.read(value, at, depth + 1)) };
      case 'NOT': {
        const operand = this.read(fields['operand'], [...path, 'operand'], depth + 1);
        return operand && { kind, operand };
      }
    }
  }

  private list<T>(fields: Fields, field: string, path: Path, read: (value: unknown, at: Path) => T | undefined): T[] {
    const values = fields[field];
    const at = [...path, field];
    if (!Array.isArray(values)) return this.report(at, 'NOT_A_LIST', {}) ?? [];
    if (values.length === 0) return this.report(at, 'LIST_EMPTY', {}) ?? [];
    if (values.length > AUDIENCE_LIMITS.idsPerLeaf) return this.report(at, 'TOO_MANY_IDS', { limit: AUDIENCE_LIMITS.idsPerLeaf }) ?? [];
    return values.flatMap((value, index) => read(value, [...at, index]) ?? []);
  }

  private ids<Id extends string>(fields: Fields, field: string, path: Path): Id[] {
    const read = (value: unknown, at: Path) => (isUuid(value) ? (value.toLowerCase() as Id) : this.report(at, 'NOT_AN_ID', {}));
    return [...new Set(this.list<Id>(fields, field, path, read))];
  }

  private language(value: unknown, at: Path): string | undefined {
    const written = typeof value === 'string' && value.length <= AUDIENCE_LIMITS.languageLength && /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(value);
    return written ? value : this.report(at, 'NOT_A_LANGUAGE', {});
  }

  private boolean(fields: Fields, field: string, path: Path): boolean {
    const value = fields[field];
    if (typeof value !== 'boolean') this.report([...path, field], 'NOT_A_BOOLEAN', {});
    return value === true;
  }

  private hireDates(fields: Fields, path: Path): AudienceExpression | undefined {
    const read = (field: 'from' | 'to') => {
      const value = fields[field] ?? null;
      if (value === null) return null;
      const date = typeof value === 'string' ? parseCalendarDate(value) : undefined;
      return date ?? this.report([...path, field], 'NOT_A_DATE', {});
    };
    const [from, to] = [read('from'), read('to')];
    if (from === undefined || to === undefined) return undefined;
    if (from === null && to === null) return this.report(path, 'RANGE_EMPTY', {});
    if (from !== null && to !== null && compareDates(from, to) > 0) return this.report(path, 'RANGE_REVERSED', {});
    return { kind: 'HIRE_DATE', from, to };
  }

  private report<Code extends keyof AudienceProblemShapes>(path: Path, code: Code, params: AudienceProblemShapes[Code]): undefined {
    if (this.problems.length < PROBLEMS_NAMED) this.problems.push({ path, code, params } as AudienceProblem);
    return undefined;
  }
}
