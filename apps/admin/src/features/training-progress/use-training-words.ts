import { useFormat } from '@milepost/web/i18n/format.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import type { ListFilter } from '@milepost/web/ui/list-toolbar.tsx';
import { origins, states } from './read-training-filter.ts';

/** Of more the API tells that they are more. */
const countLimit = 10_000;

/** What the lists of today and of a past day have in common. */
export function useTrainingWords() {
  const { t } = useTranslation(['trainingProgress', 'ui']);
  const format = useFormat();
  return {
    filters: [
      { id: 'progress', label: t('progress'), options: states.map((value) => ({ value, label: t(`ui:enrollment.${value}`) })) },
      { id: 'origin', label: t('origin'), options: origins.map((value) => ({ value, label: t(`origins.${value}`) })) },
    ] satisfies ListFilter[],
    /** When something was completed, or else begun. */
    day: ({ completedOn, startedOn }: { completedOn: string | null; startedOn: string | null }): string =>
      completedOn ? t('completedOn', { date: format.date(completedOn) }) : startedOn ? t('startedOn', { date: format.date(startedOn) }) : '–',
    /** A total as the API tells it; `exact` is undefined while it is not known, and of so many that they are not counted, and not all taken in hand at once. */
    total: (told: number | undefined): { readonly said: string | undefined; readonly exact: number | undefined } => {
      if (told === undefined) return { said: undefined, exact: undefined };
      return told > countLimit ? { said: t('more', { number: format.number(countLimit) }), exact: undefined } : { said: format.number(told), exact: told };
    },
  };
}
