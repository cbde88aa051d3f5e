import { Text } from '@mantine/core';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { MilestoneBadge, type MilestoneState } from '@milepost/web/ui/milestone-badge.tsx';
import { Why, type WhyNode } from '@milepost/web/ui/why.tsx';
import type { EnrollmentDetailPartsFragment } from './enrollment-detail.generated.ts';
import { IndividualNote } from './individual-note.tsx';
import { OverrideButton } from './override-button.tsx';
import { ReleaseNote } from './release-note.tsx';
import { ReleaseButton } from './release-button.tsx';
import { readExplanation } from '@milepost/web/ui/read-explanation.ts';
import classes from './tracking.module.css';

/** Milestone by milestone: earned and required, due and why, what holds for this person alone, and the way to change it (L41–L43). */
export function EnrollmentMilestones({ detail }: { detail: EnrollmentDetailPartsFragment }) {
  const why = readExplanation(detail.explanation.tree);
  return (
    <ol className={classes.milestones}>
      {detail.milestones.map((milestone) => (
        <MilestoneLine key={milestone.key} milestone={milestone} detail={detail} why={why.milestones.get(milestone.key)} />
      ))}
    </ol>
  );
}

interface MilestoneLineProps {
  milestone: EnrollmentDetailPartsFragment['milestones'][number];
  detail: EnrollmentDetailPartsFragment;
  why: WhyNode | undefined;
}

function MilestoneLine({ milestone, detail, why }: MilestoneLineProps) {
  const { t } = useTranslation(['tracking', 'ui']);
  const format = useFormat();
  const known = detail.planVersion?.milestones.find((each) => each.key === milestone.key);
  const name = known?.name ?? detail.learningObject?.name ?? t('drawer.earlierMilestone');
  const words = [
    known?.metric === 'NONE' ? '' : t('ui:progress.of', { done: milestone.unitsEarned, total: milestone.unitsRequired }),
    milestone.satisfiedOn && milestone.status !== 'WAIVED' ? t('drawer.done', { date: format.date(milestone.satisfiedOn) }) : milestone.due && !milestone.satisfiedOn ? t('ui:due.due', { date: format.date(milestone.due) }) : '',
    milestone.status === 'NOT_RELEASED' && milestone.opensOn ? t('drawer.opens', { date: format.date(milestone.opensOn) }) : '',
  ];
  return (
    <li className={classes.milestone}>
      <span>
        {name}
        <Text size="xs" c="dimmed">
          {words.filter(Boolean).join(' · ')}
        </Text>
        <ReleaseNote release={milestone.release} />
        <IndividualNote rules={milestone.individual} />
      </span>
      <span className={classes.acts}>
        <MilestoneBadge state={milestone.status as MilestoneState} />
        {why && <Why subject={name} sentence={why.text} tree={why.children} />}
        {milestone.release.acts.length > 0 && <ReleaseButton acts={milestone.release.acts} enrollmentId={detail.id} person={detail.person} milestone={{ key: milestone.key, name }} />}
        {detail.viewerCan.override && (
          <OverrideButton
            enrollmentId={detail.id}
            person={detail.person}
            place={{ is: 'MILESTONE', key: milestone.key, name, units: known?.units ?? null, counts: known?.metric ?? 'SESSIONS' }}
            rules={milestone.individual}
          />
        )}
      </span>
    </li>
  );
}
