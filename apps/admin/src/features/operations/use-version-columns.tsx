import { Text } from '@mantine/core';
import { quoteMilestone, type VersionEffectKind } from '@milepost/domain';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import type { ListColumn } from '@milepost/web/ui/list-table.tsx';
import type { OperationPartsFragment, OperationRowPartsFragment } from './operation.generated.ts';

/** What the preview of a version keeps of each of the plan's people; null of those for whom nothing changes. */
interface VersionMove {
  readonly effects: readonly VersionEffectKind[];
  readonly progressBefore: number;
  readonly progressAfter: number;
  readonly dueBefore: string | null;
  readonly dueAfter: string | null;
  readonly overridesEnded: readonly { readonly act: 'WAIVE' | 'ADJUST_UNITS' | 'ADJUST_DUE' | 'NOTE'; readonly milestone: string | number }[];
}

/** The columns that tell what another version of a plan does to each person (2.10); undefined where the rows are of something else. */
export function useVersionColumns(operation: Pick<OperationPartsFragment, 'kind' | 'undoes'>, rowClass: string): ListColumn<OperationRowPartsFragment>[] | undefined {
  const { t, i18n } = useTranslation('operations');
  const format = useFormat();
  if (operation.kind !== 'MIGRATE_PLAN_VERSION' || operation.undoes || rowClass === 'STAYS_COMPLETE' || rowClass === 'STAYS_ON_VERSION') return undefined;
  const moveOf = (row: OperationRowPartsFragment) => row.details as VersionMove | null;
  const change = (before: string, after: string) => (before === after ? after : `${before} → ${after}`);
  const date = (given: string | null) => (given ? format.date(given) : t('noDate'));
  return [
    {
      id: 'effects',
      header: t('version.effects'),
      cell: (row) => {
        const move = moveOf(row);
        if (!move) return '–';
        const effects = move.effects.map((effect) => t(`version.effect.${effect}`));
        const ended = move.overridesEnded.map(({ act, milestone }) => t(`version.ended.${act}`, { milestone: quoteMilestone(milestone, i18n.language) }));
        return (
          <>
            <Text size="sm">{effects.length > 0 ? format.list(effects) : t('version.effect.none')}</Text>
            {ended.map((sentence) => (
              <Text key={sentence} size="xs" c="dimmed">
                {sentence}
              </Text>
            ))}
          </>
        );
      },
    },
    {
      id: 'progress',
      header: t('version.progress'),
      cell: (row) => {
        const move = moveOf(row);
        return move ? change(format.percent(move.progressBefore), format.percent(move.progressAfter)) : '–';
      },
    },
    {
      id: 'due',
      header: t('version.due'),
      cell: (row) => {
        const move = moveOf(row);
        return move ? change(date(move.dueBefore), date(move.dueAfter)) : '–';
      },
    },
  ];
}
