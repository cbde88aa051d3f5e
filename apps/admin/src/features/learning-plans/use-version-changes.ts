import { queryState } from '@milepost/web/apollo/list-state.ts';
import { useEffect, useRef } from 'react';
import { useVersionDiffQuery, type VersionDiffQueryVariables } from './plan-versions.generated.ts';

/**
 * How two versions of a plan differ, in words.
 *
 * @param rowVersion of a version that is being written: whenever it is saved the difference is read again; what was read stays meanwhile
 */
export function useVersionChanges(of: VersionDiffQueryVariables, rowVersion?: number) {
  const query = useVersionDiffQuery({ variables: of, fetchPolicy: 'cache-and-network' });
  const { refetch } = query;
  const read = useRef(rowVersion);
  useEffect(() => {
    if (read.current === rowVersion) return;
    read.current = rowVersion;
    void refetch().catch(() => {});
  }, [rowVersion, refetch]);
  return { diff: query.data?.versionDiff, state: queryState(query) };
}
