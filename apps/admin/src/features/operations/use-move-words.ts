import { useFormat } from '@milepost/web/i18n/format.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import type { OperationRowPartsFragment } from './operation.generated.ts';

interface Move {
  readonly plan?: string;
  readonly from?: string | null;
  readonly to?: string | null;
}

/** Says from when to when the date of a row's plan moves; undefined for rows that move none. */
export function useMoveWords(): (row: Pick<OperationRowPartsFragment, 'details'>) => string | undefined {
  const { t } = useTranslation('operations');
  const format = useFormat();
  return ({ details }) => {
    const { plan, from, to } = (details ?? {}) as Move;
    if (plan === undefined) return undefined;
    const date = (given: string | null | undefined) => (given ? format.date(given) : t('noDate'));
    return t('movedDate', { plan, from: date(from), to: date(to) });
  };
}
