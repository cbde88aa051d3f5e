import { useLanguage } from '../i18n/language-context.tsx';
import { useTranslation } from '../i18n/use-translation.tsx';
import { useViewer } from './session-context.tsx';

/** The word for a learning plan on learner pages in the reader's language: the organization's own, else ours [L5, L7]. */
export function usePlanTerm(): string {
  const { t } = useTranslation('ui');
  const { language } = useLanguage();
  return useViewer().organization.planTerms[language] ?? t('planTerm');
}
