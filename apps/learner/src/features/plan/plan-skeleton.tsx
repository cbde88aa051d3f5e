import { VisuallyHidden } from '@mantine/core';
import { SkeletonBar } from '@milepost/web/ui/skeletons.tsx';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import answers from './plan-answers.module.css';
import path from './milestone-path.module.css';

/** A plan on its way: heading, the four answers, the first milestones. */
export function PlanSkeleton() {
  const { t } = useTranslation('ui');
  return (
    <div aria-busy>
      <VisuallyHidden role="status">{t('loading')}</VisuallyHidden>
      <div aria-hidden>
        <p>
          <SkeletonBar width="10rem" />
        </p>
        <p>
          <SkeletonBar width="min(26rem, 80%)" height="2rem" />
        </p>
        <div className={answers.root}>
          <div className={answers.list}>
            {[0, 1, 2, 3].map((answer) => (
              <div key={answer}>
                <p>
                  <SkeletonBar width="40%" />
                </p>
                <SkeletonBar width="85%" />
              </div>
            ))}
          </div>
          <SkeletonBar width="9rem" height="2.625rem" />
        </div>
        <div className={path.list}>
          {[0, 1, 2].map((milestone) => (
            <div key={milestone} className={path.milestone}>
              <div className={path.card}>
                <SkeletonBar width="45%" height="1.25rem" />
                <SkeletonBar width="70%" />
              </div>
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}
