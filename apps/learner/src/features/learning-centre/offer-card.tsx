import { usePlanTerm } from '@milepost/web/session/plan-term.ts';
import { type Icon, IconBooks, IconCheckupList, IconRoute, IconStar } from '@milepost/web/ui/icons.ts';
import { PlanCover } from '@milepost/web/ui/plan-cover.tsx';
import { EnrollmentBadge } from '@milepost/web/ui/status-badge.tsx';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { Link } from 'react-router';
import type { OfferKind } from '../../gql/schema-types.ts';
import { paths } from '../../paths.ts';
import type { OfferCardFragment } from './offer-card.generated.ts';
import classes from './offer-card.module.css';

const icons: Record<OfferKind, Icon> = { LEARNING_PLAN: IconRoute, TRAINING_PLAN: IconCheckupList, CERTIFICATION_PLAN: IconStar, COURSE: IconBooks };

/** What somebody finds is called: the organization's own word for plain plans (L5), the others by what they are. */
export function useOfferKind(): (kind: OfferKind) => string {
  const { t } = useTranslation('learner');
  const term = usePlanTerm();
  return (kind) => (kind === 'LEARNING_PLAN' ? term : t(`centre.kind.${kind}`));
}

/** A plan or course that can be found, with where the learner stands in it. */
export function OfferCard({ offer, fresh }: { offer: OfferCardFragment; fresh: boolean }) {
  const { t } = useTranslation('learner');
  const kindOf = useOfferKind();
  const IconOfKind = icons[offer.kind];
  return (
    <article className={classes.card}>
      <PlanCover
        cover={offer.cover}
        fallback={
          <div className={classes.cover} data-kind={offer.kind} aria-hidden>
            <IconOfKind size={30} stroke={1.5} />
          </div>
        }
      />
      <div className={classes.text}>
        <p className={classes.kind}>
          {kindOf(offer.kind)}
          {fresh && <span className={classes.fresh}>{t('card.fresh')}</span>}
        </p>
        <h2 className={classes.name}>
          <Link to={paths.offer.to({ offerId: offer.id })} className={classes.link}>
            {offer.name}
          </Link>
        </h2>
        {offer.summary && <p className={classes.summary}>{offer.summary}</p>}
        <div className={classes.foot}>
          {offer.mine && <EnrollmentBadge status={offer.mine.status} />}
          {offer.catalogs.length > 0 && <p className={classes.quiet}>{offer.catalogs.map(({ name }) => name).join(' · ')}</p>}
        </div>
      </div>
    </article>
  );
}
