import { Anchor } from '@mantine/core';
import { queryState } from '@milepost/web/apollo/list-state.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { DetailPage } from '@milepost/web/ui/detail-page.tsx';
import { ErrorState } from '@milepost/web/ui/error-state.tsx';
import { LostPage } from '@milepost/web/ui/lost-page.tsx';
import { PageSkeleton } from '@milepost/web/ui/skeletons.tsx';
import { Link, useParams } from 'react-router';
import { PartnerSummary } from '../features/training-progress/partner-summary.tsx';
import { TrainingProgressList } from '../features/training-progress/training-progress-list.tsx';
import { useTrainingPartnersQuery } from '../features/training-progress/training-progress.generated.ts';
import { paths } from '../paths.ts';

/** One partner account: what its people completed lately (U8), and what each of them takes or has taken (U9, U12). */
export function PartnerAccountPage() {
  const { t } = useTranslation(['trainingProgress', 'directory']);
  const { partnerAccountId = '' } = useParams();
  const query = useTrainingPartnersQuery();
  const state = queryState(query);
  if (state.is === 'loading') return <PageSkeleton />;
  if (state.is === 'failed') return <ErrorState failure={state.failure} onRetry={state.retry} order={1} />;
  const partner = query.data?.partnerAccounts.find(({ id }) => id === partnerAccountId);
  if (!partner) return <LostPage home={paths.partnerAccounts.to()} />;
  return (
    <DetailPage
      title={partner.name}
      trail={
        <Anchor component={Link} to={paths.partnerAccounts.to()}>
          {t('directory:sections.partnerAccounts')}
        </Anchor>
      }
      tabs={[
        { id: 'summary', label: t('partnerPage.summary'), content: () => <PartnerSummary partnerAccountId={partnerAccountId} /> },
        { id: 'training', label: t('partnerPage.training'), content: () => <TrainingProgressList of={{ partnerAccountId }} /> },
      ]}
    />
  );
}
