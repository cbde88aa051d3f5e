import { usePlanTerm } from '@milepost/web/session/plan-term.ts';
import { useAnnounce } from '@milepost/web/ui/live-region.tsx';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';

/** Those of `plans` that came while the page was open; each is said once to screen readers. Undefined: not read yet. */
export function useArrivals(plans: readonly { readonly enrollmentId: string; readonly name: string }[] | undefined): ReadonlySet<string> {
  const { t } = useTranslation('learner');
  const announce = useAnnounce();
  const format = useFormat();
  const term = usePlanTerm();
  const known = useRef<Set<string> | undefined>(undefined);
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    if (!plans) return;
    const before = known.current;
    known.current = new Set([...(before ?? []), ...plans.map((plan) => plan.enrollmentId)]);
    const arrived = before ? plans.filter((plan) => !before.has(plan.enrollmentId)) : [];
    if (arrived.length === 0) return;
    setFresh((seen) => new Set([...seen, ...arrived.map((plan) => plan.enrollmentId)]));
    announce(t('home.arrived', { term, names: format.list(arrived.map((plan) => plan.name)) }));
  }, [plans, announce, t, term, format]);
  return fresh;
}
