import { Button } from '@mantine/core';
import { problemsOf, useAct } from '@milepost/web/apollo/use-act.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { IconPlayerPlay, IconPlus } from '@milepost/web/ui/icons.ts';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { paths } from '../../paths.ts';
import { AddToMyPlansDocument, type OfferPreviewFragment, RemoveFromMyPlansDocument, StartLearningDocument } from './offer-preview.generated.ts';
import classes from './offer-view.module.css';

type Busy = 'START' | 'ADD' | 'REMOVE';

/** Start, keep for later, take back: whatever may be done with it now; a refusal says why in its place. */
export function OfferActs({ preview }: { preview: OfferPreviewFragment }) {
  const { t } = useTranslation(['learner', 'ui']);
  const act = useAct();
  const navigate = useNavigate();
  const [busy, setBusy] = useState<Busy>();
  const [problem, setProblem] = useState<string>();
  /** What was taken back, and by which it comes again. */
  const [removed, setRemoved] = useState<'START' | 'ADD'>();
  const { id, offer, viewerCan } = preview;

  const take = async (kind: 'START' | 'ADD', thenOpen: boolean) => {
    setBusy(kind);
    setProblem(undefined);
    const answer = kind === 'START' ? await act(StartLearningDocument, { id }) : await act(AddToMyPlansDocument, { id });
    setBusy(undefined);
    if (answer.is === 'FAILED') return setProblem(t('ui:error.networkText'));
    const result = 'startLearning' in answer.data ? answer.data.startLearning : answer.data.addToMyPlans;
    if (result.__typename !== 'LearningOfferPreview') return setProblem(problemsOf(result)[0]?.message);
    setRemoved(undefined);
    const { mine } = result.offer;
    if (thenOpen && mine) void navigate(paths.plan.to({ enrollmentId: mine.enrollmentId }));
  };
  const remove = async () => {
    const was = viewerCan.start ? 'ADD' : 'START';
    setBusy('REMOVE');
    setProblem(undefined);
    const answer = await act(RemoveFromMyPlansDocument, { id });
    setBusy(undefined);
    if (answer.is === 'FAILED') return setProblem(t('ui:error.networkText'));
    const [refused] = problemsOf(answer.data.removeFromMyPlans);
    if (refused) return setProblem(refused.message);
    setRemoved(was);
  };

  return (
    <div className={classes.do}>
      <div className={classes.acts}>
        {offer.mine && !viewerCan.start && (
          <Button component={Link} to={paths.plan.to({ enrollmentId: offer.mine.enrollmentId })}>
            {t('centre.open')}
          </Button>
        )}
        {viewerCan.start && (
          <Button leftSection={<IconPlayerPlay size={18} aria-hidden />} loading={busy === 'START'} onClick={() => void take('START', true)}>
            {t('action.start')}
          </Button>
        )}
        {viewerCan.add && (
          <Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} loading={busy === 'ADD'} onClick={() => void take('ADD', false)}>
            {t('centre.add')}
          </Button>
        )}
        {viewerCan.remove && (
          <Button variant="subtle" loading={busy === 'REMOVE'} onClick={() => void remove()}>
            {t('centre.remove')}
          </Button>
        )}
      </div>
      {preview.cannotStartBecause && <p className={classes.quiet}>{preview.cannotStartBecause}</p>}
      {problem && (
        <p role="alert" className={classes.problem}>
          {problem}
        </p>
      )}
      <div role="status">
        {removed && !offer.mine && (
          <p className={classes.notice}>
            <strong>{t('centre.removed')}</strong> {t('centre.removedText')}{' '}
            <Button size="compact-sm" variant="default" loading={busy === removed} onClick={() => void take(removed, false)}>
              {t('ui:action.undo')}
            </Button>
          </p>
        )}
      </div>
    </div>
  );
}
