import { Anchor, Stack, Title } from '@mantine/core';
import { queryState } from '@milepost/web/apollo/list-state.ts';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { readDueRule } from '@milepost/web/ui/due-rule-fields.tsx';
import { ErrorState } from '@milepost/web/ui/error-state.tsx';
import { LostPage } from '@milepost/web/ui/lost-page.tsx';
import { PageHeading } from '@milepost/web/ui/page-heading.tsx';
import { PageSkeleton } from '@milepost/web/ui/skeletons.tsx';
import { useDueRuleWords } from '@milepost/web/ui/use-due-rule-words.ts';
import type { ReactNode } from 'react';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { Link } from 'react-router';
import { paths } from '../../paths.ts';
import { AssignmentActs } from './assignment-acts.tsx';
import { dueUnlessSet } from './target-field.tsx';
import { AssignmentState } from './assignment-state.tsx';
import classes from './assignments.module.css';
import { type AssignmentDetailQuery, type AssignmentRowFragment, useAssignmentDetailQuery } from './assignments.generated.ts';

/** One assignment: what was given to whom, by when, by whom, and whom it reached; `report` shows the bulk act that applied it. */
export function AssignmentView({ id, report }: { id: string; report(operationId: string): ReactNode }) {
  const { t } = useTranslation(['assignments', 'admin']);
  const format = useFormat();
  const dueWords = useDueRuleWords();
  const query = useAssignmentDetailQuery({ variables: { id }, fetchPolicy: 'cache-and-network' });
  const state = queryState(query);
  if (state.is === 'loading') return <PageSkeleton />;
  if (state.is === 'failed') return <ErrorState failure={state.failure} onRetry={state.retry} order={1} />;
  const assignment = query.data?.assignment;
  if (!assignment) return <LostPage home={paths.assignments.to()} />;
  const due = readDueRule(assignment.dueRule);
  return (
    <Stack gap="lg">
      <div>
        <Anchor component={Link} size="sm" to={paths.assignments.to()}>
          {t('admin:nav.assignments')}
        </Anchor>
        <PageHeading title={t('numbered', { number: assignment.number, name: assignment.name })} note={<AssignmentState state={assignment.state} />} />
      </div>
      <dl className={classes.facts}>
        <dt>{t('list.audience')}</dt>
        <dd>{assignment.audienceSentence}</dd>
        <dt>{t('form.mode')}</dt>
        <dd>{t(`mode.${assignment.mode}`)}</dd>
        {assignment.mode === 'DYNAMIC' && (
          <>
            <dt>{t('form.onLeave')}</dt>
            <dd>{t(`onLeave.${assignment.onLeave}`)}</dd>
          </>
        )}
        <dt>{t('view.targets')}</dt>
        <dd>
          {assignment.targets.map((target) => (
            <div key={target.id}>
              <Anchor component={Link} to={target.kind === 'PLAN' ? paths.plan.to({ planId: target.id }) : paths.contentItem.to({ contentId: target.id })}>
                {target.name}
              </Anchor>{' '}
              {target.code ?? t(`targetKind.${target.kind}`)}
            </div>
          ))}
        </dd>
        <dt>{t('form.due')}</dt>
        <dd>{due.kind === 'NONE' ? t(dueUnlessSet(assignment.targets)) : dueWords(due)}</dd>
        {assignment.again && (
          <>
            <dt>{t('view.again')}</dt>
            <dd>{t('view.againText')}</dd>
          </>
        )}
        {assignment.startsAt && (
          <>
            <dt>{t('form.start')}</dt>
            <dd>{format.dateTime(new Date(assignment.startsAt), { withZone: true })}</dd>
          </>
        )}
        <dt>{t('list.by')}</dt>
        <dd>{assignment.madeBy?.name ?? '–'}</dd>
        <dt>{t('list.when')}</dt>
        <dd>{format.dateTime(new Date(assignment.createdAt), { withZone: true })}</dd>
        {assignment.endedBy?.committedAt && (
          <>
            <dt>{t('view.ended')}</dt>
            <dd>
              {[format.dateTime(new Date(assignment.endedBy.committedAt), { withZone: true }), assignment.endedBy.committedBy?.name].filter(Boolean).join(' · ')}{' '}
              <Anchor component={Link} to={paths.operation.to({ operationId: assignment.endedBy.id })}>
                {t('view.toEnding')}
              </Anchor>
            </dd>
          </>
        )}
        <dt>{t('list.people')}</dt>
        <dd>
          <strong>{format.number(assignment.people)}</strong>
          {assignment.targets.map((target) => (
            <MembersOf key={target.id} members={assignment.members.filter(({ targetId }) => targetId === target.id)} of={assignment.targets.length > 1 ? target.name : null} />
          ))}
        </dd>
        {assignment.progress.length > 0 && (
          <>
            <dt>{t('view.progress')}</dt>
            <dd>
              {assignment.targets.map((target) => (
                <ProgressOf key={target.id} progress={assignment.progress.filter(({ targetId }) => targetId === target.id)} of={assignment.targets.length > 1 ? target.name : null} />
              ))}
            </dd>
          </>
        )}
      </dl>
      <AssignmentActs assignment={assignment} />
      {assignment.operation && (
        <section>
          <Title order={2} mb="sm">
            {t('view.report')}
          </Title>
          {report(assignment.operation.id)}
        </section>
      )}
    </Stack>
  );
}

/** What an assignment came to for its people, of one of the things that it gives. */
function MembersOf({ members, of }: { members: AssignmentRowFragment['members']; of: string | null }) {
  const { t } = useTranslation('assignments');
  const format = useFormat();
  const words = members.map(({ state, people }) => `${t(`member.${state as 'APPLIED'}`, { defaultValue: state })}: ${format.number(people)}`);
  if (words.length === 0) return null;
  return (
    <div>
      {of && <>{of} – </>}
      {words.join(' · ')}
    </div>
  );
}

/** How far the people are with one of the things that an assignment gives (C10). */
function ProgressOf({ progress, of }: { progress: NonNullable<AssignmentDetailQuery['assignment']>['progress']; of: string | null }) {
  const { t } = useTranslation('ui');
  const format = useFormat();
  const overdue = progress.reduce((sum, each) => sum + each.overdue, 0);
  const words = progress.map(({ status, people }) => `${t(`enrollment.${status}`)}: ${format.number(people)}`);
  if (overdue > 0) words.push(`${t('enrollment.overdue')}: ${format.number(overdue)}`);
  if (words.length === 0) return null;
  return (
    <div>
      {of && <>{of} – </>}
      {words.join(' · ')}
    </div>
  );
}
