import type { Readable } from 'node:stream';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { isOurFault, UnreadableTableError } from './unreadable-table.ts';

/** No workbook has so many parts. */
const mostParts = 10_000;
/** What all parts that are read may come to in bytes, whatever the file says of their sizes: a sheet of 200,000 rows has a tenth of it. */
const mostBytes = 400 * 1024 * 1024;
/** So many bytes without a tag are no spreadsheet: its longest cell has 32,767 characters. */
const mostBytesBetweenTags = 1024 * 1024;

/** What a reader of one part wants to hear of. Names of tags come without their prefix. */
export interface XmlListener {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/**
 * The parts of a spreadsheet: a zip of XML. Nothing is extracted, each part is read by its exact name as it is inflated, all of them
 * together within a limit; entities are not resolved, and a document type is refused. Whatever is wrong with the file, or hostile in it,
 * comes out as {@link UnreadableTableError}.
 */
export class XlsxParts {
  private bytes = 0;

  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /** Opens a file, and closes it after the work. */
  static async with<T>(path: string, work: (parts: XlsxParts) => Promise<T>): Promise<T> {
    let zip: ZipFile | undefined;
    try {
      zip = await openPromise(path, { lazyEntries: true, autoClose: false });
      return await work(new XlsxParts(zip, await readEntries(zip)));
    } catch (error) {
      if (error instanceof UnreadableTableError || isOurFault(error)) throw error;
      throw new UnreadableTableError('TABLE_BROKEN');
    } finally {
      zip?.close();
    }
  }

  has(name: string): boolean {
    return this.entries.has(name.toLowerCase());
  }

  /** Reads a part; false when there is none. */
  async read(name: string, listener: XmlListener): Promise<boolean> {
    const entry = this.entries.get(name.toLowerCase());
    if (!entry) return false;
    if (!entry.canDecodeFileData()) throw new UnreadableTableError('TABLE_BROKEN');
    if (entry.uncompressedSize > mostBytes) throw new UnreadableTableError('TABLE_TOO_LARGE');
    await this.parse(await this.zip.openReadStreamPromise(entry), listener);
    return true;
  }

  private async parse(stream: Readable, listener: XmlListener): Promise<void> {
    const parser = new SaxesParser({ position: false, xmlns: false });
    let quiet = 0;
    parser.on('error', (error) => {
      throw error;
    });
    parser.on('doctype', () => {
      throw new UnreadableTableError('TABLE_BROKEN');
    });
    parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => {
      quiet = 0;
      listener.open?.(bare(name), attributes);
    });
    parser.on('closetag', ({ name }: SaxesTagPlain) => {
      quiet = 0;
      listener.close?.(bare(name));
    });
    parser.on('text', (text) => listener.text?.(text));
    parser.on('cdata', (text) => listener.text?.(text));
    let decoder: { decode(bytes: Buffer, options: { readonly stream: boolean }): string } | undefined;
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      this.bytes += chunk.length;
      quiet += chunk.length;
      if (this.bytes > mostBytes || quiet > mostBytesBetweenTags) {
        stream.destroy();
        throw new UnreadableTableError('TABLE_TOO_LARGE');
      }
      decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true });
      parser.write(decoder.decode(chunk, { stream: true }));
    }
    parser.close();
  }
}

async function readEntries(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  if (zip.entryCount > mostParts) throw new UnreadableTableError('TABLE_TOO_LARGE');
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileName.toLowerCase();
    if (entries.has(name)) throw new UnreadableTableError('TABLE_BROKEN');
    entries.set(name, entry);
  }
  return entries;
}

/** 'x:row' is 'row': some programs write every tag with a prefix. */
function bare(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function encodingOf(start: Buffer): string {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  return start[0] === 0xfe && start[1] === 0xff ? 'utf-16be' : 'utf-8';
}
