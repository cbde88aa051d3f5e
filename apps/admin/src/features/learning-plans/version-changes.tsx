import { Text } from '@mantine/core';
import { ErrorState } from '@milepost/web/ui/error-state.tsx';
import { ListSkeleton } from '@milepost/web/ui/skeletons.tsx';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import type { VersionDiffQueryVariables } from './plan-versions.generated.ts';
import { useVersionChanges } from './use-version-changes.ts';

interface VersionChangesProps {
  /** Which two versions; absent: the published one and the draft. */
  of: VersionDiffQueryVariables;
  /** Of the draft: the list follows what is saved. */
  rowVersion?: number;
}

/** What makes one version of a plan another, each difference in a line; what is about one milestone stands together. */
export function VersionChanges({ of, rowVersion }: VersionChangesProps) {
  const { t } = useTranslation('plans');
  const { diff, state } = useVersionChanges(of, rowVersion);
  if (state.is === 'loading') return <ListSkeleton rows={3} />;
  if (state.is === 'failed') return <ErrorState failure={state.failure} onRetry={state.retry} order={3} />;
  if (!diff) return <Text size="sm">{t('version.noDiff')}</Text>;
  if (diff.changes.length === 0) return <Text size="sm">{t('version.same', { from: diff.from.number, to: diff.to.number })}</Text>;
  return (
    <ul aria-label={t('version.changesOf', { from: diff.from.number, to: diff.to.number })}>
      {diff.changes.map(({ sentence }, index) => (
        <li key={index}>
          <Text size="sm">{sentence}</Text>
        </li>
      ))}
    </ul>
  );
}
