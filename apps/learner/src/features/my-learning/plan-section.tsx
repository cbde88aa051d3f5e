import { useFormat } from '@milepost/web/i18n/format.ts';
import { Heading } from '@milepost/web/ui/plain-text.tsx';
import { useId } from 'react';
import { PlanCard } from './plan-card.tsx';
import type { PlanCardFragment } from './plan-card.generated.ts';
import classes from './plan-card.module.css';

interface PlanSectionProps {
  title: string;
  plans: readonly PlanCardFragment[];
  /** Those that came while the page was open. */
  fresh: ReadonlySet<string>;
}

/** A named part of what a person has; nothing where there is nothing. */
export function PlanSection({ title, plans, fresh }: PlanSectionProps) {
  const id = useId();
  const format = useFormat();
  if (plans.length === 0) return null;
  return (
    <section className={classes.section} aria-labelledby={id}>
      <Heading order={2} id={id}>
        {title} <span className={classes.count}>{format.number(plans.length)}</span>
      </Heading>
      <ul className={classes.list}>
        {plans.map((plan) => (
          <li key={plan.enrollmentId}>
            <PlanCard plan={plan} fresh={fresh.has(plan.enrollmentId)} />
          </li>
        ))}
      </ul>
    </section>
  );
}
