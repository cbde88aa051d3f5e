import { skipToken } from '@apollo/client/react';
import { queryState } from '@milepost/web/apollo/list-state.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { toWhyNodes } from '@milepost/web/ui/read-explanation.ts';
import { Why } from '@milepost/web/ui/why.tsx';
import { useState } from 'react';
import { ReevaluateDialog } from './reevaluate-dialog.tsx';
import { useExplainTrainingQuery } from './why-training.generated.ts';

interface WhyTrainingProps {
  personId: string;
  /** The content or plan. */
  itemId: string;
  /** What is explained, for screen readers. */
  subject: string;
  /** Something came on record. */
  onChange?: () => void;
}

/** Why a person has completed something, or has not, or has not any more: asked when somebody wants to know, and asked anew each time. */
export function WhyTraining({ personId, itemId, subject, onChange }: WhyTrainingProps) {
  const { t } = useTranslation(['trainingProgress', 'ui']);
  const [asked, setAsked] = useState(false);
  const [isReevaluating, setReevaluating] = useState(false);
  const query = useExplainTrainingQuery(asked ? { variables: { personId, itemId }, fetchPolicy: 'cache-and-network' } : skipToken);
  const state = queryState(query);
  const explained = query.data?.explainTraining;
  const sentence = () => {
    if (explained) return explained.sentence;
    if (state.is === 'failed') return t('ui:error.networkText');
    return query.data ? t('whyUnknown') : t('whyAsked');
  };
  const askAgain = () => void query.refetch().catch(() => undefined);
  return (
    <>
      <Why
        subject={subject}
        sentence={sentence()}
        tree={toWhyNodes(explained?.because)}
        action={explained?.viewerCanReevaluate ? { label: t('reevaluate.open'), run: () => setReevaluating(true) } : undefined}
        onAsk={() => (asked ? askAgain() : setAsked(true))}
      />
      {asked && (
        <ReevaluateDialog
          opened={isReevaluating}
          personId={personId}
          itemId={itemId}
          subject={subject}
          onClose={() => setReevaluating(false)}
          onDone={() => {
            onChange?.();
            askAgain();
          }}
        />
      )}
    </>
  );
}
