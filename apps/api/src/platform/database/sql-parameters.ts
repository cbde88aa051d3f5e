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
}
