import { Button } from '@mantine/core';
import { usePlanTerm } from '@milepost/web/session/plan-term.ts';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { ProgressBar } from '@milepost/web/ui/progress-bar.tsx';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { Link } from 'react-router';
import { paths, playerPath } from '../../paths.ts';
import { useNextInPlanQuery } from './next-in-plan.generated.ts';
import classes from './plan-next.module.css';

/** What comes next in the plan, with the button that leads there: after something of it was finished, or before something of it can be done. */
export function PlanNext({ enrollmentId, centred = false }: { enrollmentId: string; centred?: boolean }) {
  const { t } = useTranslation('learner');
  const format = useFormat();
  const term = usePlanTerm();
  // Not from the cache: what was just finished has moved it on.
  const { data, error } = useNextInPlanQuery({ variables: { enrollmentId }, fetchPolicy: 'network-only' });
  const plan = data?.myPlan;
  const toPlan = (
    <Button component={Link} variant="default" to={paths.plan.to({ enrollmentId })}>
      {t('player.toPlan', { term })}
    </Button>
  );
  if (!plan) return <div className={classes.root} data-centred={centred || undefined}>{(data || error) && toPlan}</div>;
  const { next } = plan;
  const goesOn = next?.learningObjectId && !next.opensOn;
  return (
    <div className={classes.root} data-centred={centred || undefined}>
      <p>{words()}</p>
      <span className={classes.progress}>
        <ProgressBar value={plan.progress} label={t('card.progress', { name: plan.name })} withText />
      </span>
      <div className={classes.actions}>
        {goesOn && next.learningObjectId && (
          <Button component={Link} to={playerPath(next.learningObjectId, enrollmentId)}>
            {t('player.goOnWith', { name: next.name ?? '' })}
          </Button>
        )}
        {toPlan}
      </div>
    </div>
  );

  function words(): string {
    if (!plan) return '';
    if (plan.status === 'COMPLETED') return t('plan.done', { name: plan.name });
    if (next?.opensOn) return t('plan.nextOpens', { name: next.milestoneName ?? plan.name, date: format.date(next.opensOn, 'long') });
    return goesOn ? t('player.nextInPlan', { plan: plan.name, name: next.name ?? '' }) : t('plan.nothingNext');
  }
}
