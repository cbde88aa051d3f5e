import { foldForSearch } from '@milepost/domain';

/** Collects the values of a statement that is put together: `add` answers the place to write them at. */
export class SqlParameters {
  readonly values: unknown[];

  constructor(...first: readonly unknown[]) {
    this.values = [...first];
  }

  /** `$3`, or `$3::uuid[]` with a type. */
  add(value: unknown, type?: string): string {
    this.values.push(value);
    return `$${this.values.length}${type ? `::${type}` : ''}`;
  }

  /** The place of a LIKE pattern that finds `search` anywhere in a folded column (`name_key` and its kind). */
  addContaining(search: string): string {
    return this.add(`%${foldForSearch(search.trim()).replace(/[\\%_]/g, '\\$&')}%`);
  }
}
