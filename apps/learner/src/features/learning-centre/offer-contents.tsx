import { useFormat } from '@milepost/web/i18n/format.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { Heading } from '@milepost/web/ui/plain-text.tsx';
import type { OfferPreviewFragment } from './offer-preview.generated.ts';
import classes from './offer-view.module.css';

/** What something holds: the steps of a plan, the modules of a course. */
export function OfferContents({ preview: { milestones, modules } }: { preview: OfferPreviewFragment }) {
  const { t } = useTranslation('learner');
  if (milestones.length + modules.length === 0) return null;
  return (
    <section className={classes.contents} aria-label={t('centre.contents')}>
      <Heading order={2}>{t('centre.contents')}</Heading>
      {milestones.length > 0 && (
        <ol className={classes.steps}>
          {milestones.map((milestone) => (
            <li key={milestone.key} className={classes.step}>
              <Step milestone={milestone} />
            </li>
          ))}
        </ol>
      )}
      {modules.length > 0 && (
        <ol className={classes.items}>
          {modules.map((module, index) => (
            <li key={index}>
              <Item {...module} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function Step({ milestone }: { milestone: OfferPreviewFragment['milestones'][number] }) {
  const { t } = useTranslation('learner');
  const format = useFormat();
  return (
    <>
      <h3>{milestone.name ?? t('plan.hiddenMilestone')}</h3>
      <p className={classes.quiet}>
        {milestone.name !== null && (milestone.elective ? t('plan.electivesNote') : t(milestone.metric === 'CREDITS' ? 'centre.needsCredits' : 'centre.needs', { count: Number(milestone.unitsRequired) }))}
        {milestone.status === 'NOT_RELEASED' && milestone.opensOn && ` ${t('card.opensOn', { name: milestone.name ?? t('plan.hiddenMilestone'), date: format.date(milestone.opensOn) })}`}
      </p>
      {milestone.items.length > 0 && (
        <ul className={classes.items}>
          {milestone.items.map((item) => (
            <li key={item.learningObjectId}>
              <Item {...item} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Item({ name, durationMinutes, mandatory = false }: { name: string; durationMinutes: number | null; mandatory?: boolean }) {
  const { t } = useTranslation('learner');
  const format = useFormat();
  const notes = [durationMinutes ? format.duration(durationMinutes) : '', mandatory ? t('plan.mandatory') : ''].filter(Boolean);
  return (
    <>
      {name} {notes.length > 0 && <span className={classes.quiet}>{notes.join(' · ')}</span>}
    </>
  );
}
