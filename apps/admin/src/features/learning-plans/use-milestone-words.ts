import { sayMilestone } from '@milepost/domain';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { useMemo } from 'react';

interface ShownMilestone {
  readonly name: string;
  /** Its place, from 0. */
  readonly position: number;
}

/** What a milestone is called, and its heading with its place; one without a name goes by its place. */
export function useMilestoneWords() {
  const { t, i18n } = useTranslation('plans');
  return useMemo(() => {
    const name = (milestone: ShownMilestone): string => sayMilestone(milestone, i18n.language);
    return {
      name,
      heading: (milestone: ShownMilestone): string =>
        milestone.name.trim() ? t('milestone.heading', { place: milestone.position + 1, name: milestone.name.trim() }) : name(milestone),
    };
  }, [t, i18n.language]);
}
