import { parseArgs } from 'node:util';

/** What `npm run bench` was asked for. */
export interface BenchOptions {
  /** People; each has ten enrollments and thirty completions. */
  readonly people: number;
  /** How often ours and the bare counterpart take turns. */
  readonly rounds: number;
  /** How long each turn lasts. */
  readonly seconds: number;
  /** Clients that ask at once. */
  readonly clients: number;
  readonly sockets: number;
  /** Rows of the file that is imported, for each person. */
  readonly rowsPerPerson: number;
  /** Names of acts; empty: all. */
  readonly only: readonly string[];
  /** Take the data that an earlier run with as many people generated, if there are any, as they were before its acts. */
  readonly reuse: boolean;
  /** Where the table is written, besides standard output. */
  readonly results: string | undefined;
}

const wholePeople = 100_000;

/** Reads the command line. Throws on what it does not know. */
export function readOptions(args: readonly string[], resultsFile: string): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      people: { type: 'string' },
      scale: { type: 'string', default: '1' },
      rounds: { type: 'string', default: '5' },
      seconds: { type: 'string', default: '5' },
      clients: { type: 'string', default: '16' },
      sockets: { type: 'string', default: '2000' },
      rows: { type: 'string', default: '10' },
      only: { type: 'string', default: '' },
      reuse: { type: 'boolean', default: false },
      results: { type: 'string' },
    },
  });
  const people = values.people ? positive('people', values.people) : Math.round(wholePeople * positive('scale', values.scale));
  const isWhole = people === wholePeople && values.only === '';
  return {
    people,
    rounds: positive('rounds', values.rounds),
    seconds: positive('seconds', values.seconds),
    clients: positive('clients', values.clients),
    sockets: positive('sockets', values.sockets),
    rowsPerPerson: positive('rows', values.rows),
    only: values.only.split(',').filter(Boolean),
    reuse: values.reuse,
    results: values.results ?? (isWhole ? resultsFile : undefined),
  };
}

function positive(name: string, text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new Error(`--${name}=${text} makes no sense: give a number above 0.`);
  return value;
}
