import { useLive } from '@milepost/web/apollo/use-live.ts';
import { useEffect, useState } from 'react';
import type { TrainingProgressFilterInput, TrainingType } from '../../gql/schema-types.ts';
import { type TrainingChangeFragment, TrainingProgressChangedDocument, type TrainingRecordRowFragment } from './training-progress.generated.ts';

/** What has been heard of a list since it was read: the latest of each record, and how many more there are that were not named. */
interface Heard {
  readonly changes: ReadonlyMap<string, TrainingChangeFragment>;
  readonly unnamed: number;
}

const nothing: Heard = { changes: new Map(), unnamed: 0 };

/** Hears what changes in a list of training progress; counts the records that stand otherwise than the rows show, until they are shown. */
export function useFreshRecords(type: TrainingType, filter: TrainingProgressFilterInput, rows: readonly TrainingRecordRowFragment[], isRead: boolean) {
  const [heard, setHeard] = useState(nothing);
  const list = JSON.stringify([type, filter]);
  // Another list is read as it is now.
  useEffect(() => setHeard(nothing), [list]);
  useLive({
    document: TrainingProgressChangedDocument,
    variables: { type, filter },
    cursorOf: (data) => data.trainingProgressChanged.cursor,
    onEvent: ({ trainingProgressChanged: { changes, count } }) =>
      setHeard((before) => ({
        changes: new Map([...before.changes, ...changes.map((change) => [change.id, change] as const)]),
        unnamed: before.unnamed + count - changes.length,
      })),
    onGap: () => setHeard((before) => ({ ...before, unnamed: before.unnamed + 1 })),
    skip: !isRead,
  });
  const shown = new Map(rows.map((row) => [row.id, row]));
  const differ = [...heard.changes.values()].filter(({ id, state, onDate }) => {
    const row = shown.get(id);
    return row ? row.state !== state || (row.completedOn ?? row.startedOn) !== onDate : state !== null;
  });
  return { count: differ.length + heard.unnamed, clear: () => setHeard(nothing) };
}
