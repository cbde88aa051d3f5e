import { Anchor, Button, Group, Skeleton } from '@mantine/core';
import { useAddressParams } from '@milepost/web/ui/address-params.ts';
import { EditorPage, type EditorSection } from '@milepost/web/ui/editor-page.tsx';
import type { Problem } from '@milepost/web/ui/problem-list.tsx';
import { PlanBadge } from '@milepost/web/ui/plan-badge.tsx';
import { lazy, type ReactNode, Suspense } from 'react';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { Link } from 'react-router';
import type { PlanStep } from '../../gql/schema-types.ts';
import { paths } from '../../paths.ts';
import { BasicsStep } from './basics-step.tsx';
import { CollaborationStep } from './collaboration-step.tsx';
import { ContentFinderContext, type ContentFinderSlot } from './content-finder-slot.ts';
import { ContentStep } from './content-step.tsx';
import { DiscardDraft } from './discard-draft.tsx';
import { EditHistoryButtons } from './edit-history-buttons.tsx';
import { NextVersionStatus } from './next-version-status.tsx';
import { NextVersionStep } from './next-version-step.tsx';
import { PlanContent } from './plan-content.tsx';
import type { EditedPlanFragment, EditedVersionFragment, PlanProblemPartsFragment } from './plan-draft.generated.ts';
import { PlanEditingProvider, usePlanEditing } from './plan-editing.tsx';
import type { PersonSlot } from './person-slot.ts';
import { PublishStep } from './publish-step.tsx';
import { StaleEditNotice } from './stale-edit-notice.tsx';
import { useMilestoneWords } from './use-milestone-words.ts';
import { VersionChanges } from './version-changes.tsx';
import { type AudienceSlot, VisibilityStep } from './visibility-step.tsx';

const PlanPreview = lazy(async () => ({ default: (await import('./plan-preview.tsx')).PlanPreview }));

const stepOf: Record<PlanStep, string> = { BASICS: 'basics', CONTENT: 'content', VISIBLE_RANGE: 'visibility', COLLABORATION: 'collaboration' };

interface PlanEditorProps {
  plan: EditedPlanFragment;
  audience: AudienceSlot;
  person: PersonSlot;
  contentFinder: ContentFinderSlot;
  /** Which catalogs list the plan. */
  catalogs?: ReactNode;
}

/** Writing a plan in the five steps of D11. What is published is shown to read; its visible range and collaboration can still be set. */
export function PlanEditor({ plan, audience, person, contentFinder, catalogs }: PlanEditorProps) {
  const version = plan.draftVersion ?? plan.publishedVersion;
  if (!version) return null;
  return (
    <PlanEditingProvider key={`${plan.id} ${version.id}`} plan={plan} version={version}>
      <ContentFinderContext value={contentFinder}>
        <Steps audience={audience} person={person} catalogs={catalogs} version={version} />
      </ContentFinderContext>
    </PlanEditingProvider>
  );
}

function Steps({ audience, person, catalogs, version }: Omit<PlanEditorProps, 'plan' | 'contentFinder'> & { version: EditedVersionFragment }) {
  const words = useMilestoneWords();
  const { t } = useTranslation(['plans', 'admin', 'ui']);
  const { plan, readOnly, queue, retry } = usePlanEditing();
  const [, change] = useAddressParams();
  const problems = plan.draftVersion ? plan.problems : [];
  const goTo = (problem: PlanProblemPartsFragment) =>
    change(
      (next) => {
        next.set('step', stepOf[problem.step]);
        next.set('at', problem.milestoneKey ?? 'plan');
        next.set('field', problem.field ?? '');
      },
      { preventScrollReset: false },
    );
  const nameOf = ({ milestoneKey }: PlanProblemPartsFragment): string => {
    const milestone = version.milestones.find((each) => each.key === milestoneKey);
    return milestone ? words.name(milestone) : '';
  };
  const listed = problems.map(
    (problem, index): Problem => ({
      id: `${index} ${problem.code}`,
      severity: problem.severity === 'ERROR' ? 'PROBLEM' : 'WARNING',
      text: problem.message,
      place: [t(`step.${stepOf[problem.step] as 'basics'}`), nameOf(problem)].filter(Boolean).join(' › '),
      goTo: () => goTo(problem),
    }),
  );
  const stateOf = (step: PlanStep): EditorSection['state'] =>
    problems.some((problem) => problem.step === step && problem.severity === 'ERROR') ? 'PROBLEM' : plan.draftVersion ? 'COMPLETE' : undefined;

  const written = <PlanContent version={version} />;
  const sections: EditorSection[] = [
    { id: 'basics', label: t('step.basics'), state: stateOf('BASICS'), content: () => (readOnly ? written : <BasicsStep />) },
    { id: 'content', label: t('step.content'), state: stateOf('CONTENT'), content: () => (readOnly ? written : <ContentStep />) },
    { id: 'visibility', label: t('step.visibility'), state: stateOf('VISIBLE_RANGE'), content: () => <VisibilityStep audience={audience} catalogs={catalogs} /> },
    { id: 'collaboration', label: t('step.collaboration'), state: stateOf('COLLABORATION'), content: () => <CollaborationStep /> },
  ];
  // The draft of the next version: what it changes, and whom it takes along when it is published.
  const next = plan.draftVersion && plan.publishedVersion ? { number: plan.draftVersion.number, published: plan.publishedVersion.number } : undefined;
  if (next) sections.push({ id: 'changes', label: t('step.changes'), content: () => <VersionChanges of={{ planId: plan.id }} rowVersion={version.rowVersion} /> });
  if (plan.draftVersion) sections.push({ id: 'publish', label: t('step.publish'), listsProblems: true, content: () => (next ? <NextVersionStep problems={listed} {...next} /> : <PublishStep problems={listed} />) });

  return (
    <>
      <StaleEditNotice />
      <EditorPage
        title={version.name || t('create.button')}
        trail={
          <nav aria-label={t('trail')}>
            <Anchor component={Link} size="sm" to={paths.plans.to()}>
              {t('admin:nav.plans')}
            </Anchor>
          </nav>
        }
        status={
          <>
            <PlanBadge lifecycle={plan.lifecycle} />
            {next && <NextVersionStatus published={next.published} />}
          </>
        }
        actions={
          <Group gap="sm">
            <EditHistoryButtons />
            {next && plan.viewerCan.edit && <DiscardDraft {...next} />}
            <Button component={Link} to={paths.plan.to({ planId: plan.id })} variant="default">
              {t('editor.toPlan')}
            </Button>
          </Group>
        }
        save={queue.save}
        onRetrySave={retry}
        sections={sections}
        problems={listed}
        preview={{
          show: t('preview.show'),
          hide: t('preview.hide'),
          content: () => (
            <Suspense fallback={<Skeleton h={240} />}>
              <PlanPreview person={person} />
            </Suspense>
          ),
        }}
      />
    </>
  );
}
