import { queryState } from '@milepost/web/apollo/list-state.ts';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { EmptyState } from '@milepost/web/ui/empty-state.tsx';
import { ErrorState } from '@milepost/web/ui/error-state.tsx';
import { Markdown } from '@milepost/web/ui/markdown.tsx';
import { PageHeading } from '@milepost/web/ui/page-heading.tsx';
import { PageSkeleton } from '@milepost/web/ui/skeletons.tsx';
import { PlanCover } from '@milepost/web/ui/plan-cover.tsx';
import { EnrollmentBadge } from '@milepost/web/ui/status-badge.tsx';
import { Link } from 'react-router';
import { paths } from '../../paths.ts';
import { OfferActs } from './offer-acts.tsx';
import { useOfferKind } from './offer-card.tsx';
import { OfferContents } from './offer-contents.tsx';
import { type OfferPreviewFragment, useLearningOfferQuery } from './offer-preview.generated.ts';
import classes from './offer-view.module.css';

/** Something that one found, before one starts it: what it holds, how long it takes, by when it would be due. */
export function OfferView({ id }: { id: string }) {
  const { t } = useTranslation('learner');
  const kindOf = useOfferKind();
  const query = useLearningOfferQuery({ variables: { id }, fetchPolicy: 'cache-and-network' });
  const state = queryState(query);
  if (state.is === 'loading') return <PageSkeleton />;
  if (state.is === 'failed') return <ErrorState order={1} failure={state.failure} onRetry={state.retry} />;
  const preview = query.data?.learningOffer;
  if (!preview) {
    return (
      <>
        <PageHeading title={t('centre.goneTitle')} />
        <EmptyState title={t('centre.goneTitle')} text={t('centre.goneText')} action={<Link to={paths.centre.to()}>{t('centre.back')}</Link>} />
      </>
    );
  }
  const { offer, description } = preview;
  return (
    <>
      <p className={classes.crumb}>
        <Link to={paths.centre.to()}>{t('nav.centre')}</Link> / {kindOf(offer.kind)}
      </p>
      <PageHeading title={offer.name} note={offer.mine && <EnrollmentBadge status={offer.mine.status} />} />
      <PlanCover cover={offer.cover} className={classes.cover} />
      <section className={classes.facts} aria-label={t('plan.answers')}>
        <Facts preview={preview} />
        <OfferActs preview={preview} />
      </section>
      {description && (
        <section className={classes.about} aria-label={t('plan.about')}>
          <Markdown text={description} headingsFrom={3} />
        </section>
      )}
      <OfferContents preview={preview} />
    </>
  );
}

function Facts({ preview: { offer, minutes, due } }: { preview: OfferPreviewFragment }) {
  const { t } = useTranslation('learner');
  const format = useFormat();
  return (
    <dl className={classes.list}>
      <div>
        <dt>{t('centre.howLong')}</dt>
        <dd>{minutes > 0 ? t('plan.aboutTime', { time: format.duration(minutes) }) : t('centre.lengthUnknown')}</dd>
      </div>
      <div>
        <dt>{t('plan.byWhen')}</dt>
        <dd>{due ? t('centre.dueIfStarted', { date: format.date(due.date, 'long'), zone: format.zoneName(due.timeZone) }) : t('plan.noDue')}</dd>
      </div>
      {offer.catalogs.length > 0 && (
        <div>
          <dt>{t('centre.catalogs')}</dt>
          <dd>{offer.catalogs.map(({ name }) => name).join(' · ')}</dd>
        </div>
      )}
    </dl>
  );
}
