import { Title } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { Milestone } from './milestone.tsx';
import classes from './milestone-path.module.css';
import type { PathMilestoneFragment } from './path-milestone.generated.ts';

interface MilestonePathProps {
  enrollmentId: string;
  milestones: readonly PathMilestoneFragment[];
  /** The content to do next. */
  nextId: string | null;
}

/** The way through a plan: required milestones in order, electives after them [L26, L52]. */
export function MilestonePath({ enrollmentId, milestones, nextId }: MilestonePathProps) {
  const { t } = useTranslation('learner');
  const required = milestones.filter((milestone) => !milestone.elective);
  const electives = milestones.filter((milestone) => milestone.elective);
  return (
    <>
      <Part title={t('plan.path')} milestones={required} {...{ enrollmentId, nextId }} />
      <Part title={t('plan.electives')} note={t('plan.electivesNote')} milestones={electives} {...{ enrollmentId, nextId }} />
    </>
  );
}

function Part({ title, note, enrollmentId, milestones, nextId }: MilestonePathProps & { title: string; note?: string }) {
  const id = useId();
  if (milestones.length === 0) return null;
  return (
    <section className={classes.part} aria-labelledby={id}>
      <Title order={2} id={id}>
        {title}
      </Title>
      {note && <p className={classes.note}>{note}</p>}
      <ol className={classes.list}>
        {milestones.map((milestone, index) => (
          <Milestone key={milestone.key} number={index + 1} {...{ milestone, enrollmentId, nextId }} />
        ))}
      </ol>
    </section>
  );
}
