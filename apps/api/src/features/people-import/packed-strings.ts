/** Strings lie together in pieces of so many bytes, or of more where one string is longer. */
const pageBytes = 1024 * 1024;
/** The places of so many strings are kept together. */
const stringsPerPage = 65_536;

/** Many short strings by their number, from 0, in little more memory than their bytes: as strings they would take three times as much. */
export class PackedStrings {
  private readonly pages: Buffer[] = [];
  private used = 0;
  /** Of each string three numbers: its page, where it begins there, and how many bytes it has. */
  private readonly places: Uint32Array[] = [];
  private length = 0;

  add(text: string): void {
    const bytes = Buffer.byteLength(text);
    let page = this.pages.at(-1);
    if (!page || this.used + bytes > page.length) {
      page = Buffer.allocUnsafeSlow(Math.max(pageBytes, bytes));
      this.pages.push(page);
      this.used = 0;
    }
    page.write(text, this.used);
    if (this.length % stringsPerPage === 0) this.places.push(new Uint32Array(stringsPerPage * 3));
    this.places.at(-1)!.set([this.pages.length - 1, this.used, bytes], (this.length % stringsPerPage) * 3);
    this.used += bytes;
    this.length++;
  }

  /** Undefined where there is none. */
  at(index: number): string | undefined {
    if (!Number.isInteger(index) || index < 0 || index >= this.length) return undefined;
    const places = this.places[Math.floor(index / stringsPerPage)]!;
    const place = (index % stringsPerPage) * 3;
    const start = places[place + 1]!;
    return this.pages[places[place]!]!.toString('utf8', start, start + places[place + 2]!);
  }
}
