import { skipToken } from '@apollo/client/react';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { readExplanation } from '@milepost/web/ui/read-explanation.ts';
import { Why } from '@milepost/web/ui/why.tsx';
import { useState } from 'react';
import { usePlanExplanationQuery } from './plan-why.generated.ts';

interface PlanWhyProps {
  enrollmentId: string;
  /** What is explained: "By when". */
  subject: string;
  /** The status of the plan, its due date, or a milestone by its key: its state, lock, opening and due date. */
  about: 'STATUS' | 'DUE' | { readonly milestone: string };
}

/** "Why?" in a plan of one's own (2.0.4): the sentence and the reasons behind it, read when it is asked. */
export function PlanWhy({ enrollmentId, subject, about }: PlanWhyProps) {
  const { t } = useTranslation('ui');
  const [asked, setAsked] = useState(false);
  const { data, error } = usePlanExplanationQuery(asked ? { variables: { enrollmentId }, fetchPolicy: 'cache-and-network' } : skipToken);
  const explanation = data?.enrollment?.explanation;
  const read = readExplanation(explanation?.tree);
  const node = about === 'STATUS' ? undefined : about === 'DUE' ? read.due : read.milestones.get(about.milestone);
  const sentence = about === 'STATUS' ? explanation?.sentence : node?.text;
  const tree = about === 'STATUS' ? read.status : (node?.children ?? []);
  return <Why subject={subject} sentence={sentence ?? (error ? t('error.networkText') : data ? '–' : t('loading'))} tree={tree} onAsk={() => setAsked(true)} />;
}
