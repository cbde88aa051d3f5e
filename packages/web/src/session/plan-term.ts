import { useTranslation } from '../i18n/use-translation.tsx';
import { useViewer } from './session-context.tsx';

/** The word for a learning plan on learner pages: the organization's own, else ours [L5, L7]. */
export function usePlanTerm(): string {
  const { t } = useTranslation('ui');
  return useViewer().organization.planTerm ?? t('planTerm');
}
