import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useAct } from '@milepost/web/apollo/use-act.ts';
import { ErrorState, type Failure } from '@milepost/web/ui/error-state.tsx';
import { notify } from '@milepost/web/ui/notify.ts';
import { type Problem, ProblemList } from '@milepost/web/ui/problem-list.tsx';
import { useState } from 'react';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { useNavigate } from 'react-router';
import { paths } from '../../paths.ts';
import { PlanContent } from './plan-content.tsx';
import { PublishPlanDocument } from './plan-edits.generated.ts';
import { usePlanEditing } from './plan-editing.tsx';

/** Step 5: what is still wrong, each with the way to where it is mended; publishing is offered once nothing stops it. */
export function PublishStep({ problems }: { problems: readonly Problem[] }) {
  const { t } = useTranslation(['plans', 'ui']);
  const { plan, version, settle } = usePlanEditing();
  const act = useAct();
  const navigate = useNavigate();
  const [failure, setFailure] = useState<Failure>();
  const [working, setWorking] = useState(false);
  const [tells, setTells] = useState(false);
  const errors = problems.filter((problem) => problem.severity === 'PROBLEM').length;

  const publish = async () => {
    setWorking(true);
    setFailure(undefined);
    const saved = await settle();
    if (!saved) {
      setWorking(false);
      return setFailure({ kind: 'OTHER', title: t('publish.unsavedTitle'), text: t('publish.unsaved'), lost: 'INPUT' });
    }
    const answer = await act(PublishPlanDocument, { planId: plan.id, rowVersion: version.rowVersion, notify: tells });
    setWorking(false);
    if (answer.is === 'FAILED') return setFailure(answer.failure);
    const result = answer.data.publishLearningPlan;
    if (result.__typename !== 'LearningPlan') {
      return setFailure({ kind: 'OTHER', title: t('publish.refused'), text: result.problems.map((problem) => problem.message).join(' '), lost: 'NOTHING' });
    }
    notify({ tone: 'success', title: t('publish.done', { name: result.name }) });
    await navigate(paths.plan.to({ planId: plan.id }));
  };

  return (
    <Stack>
      <ProblemList problems={problems} />
      {errors > 0 ? (
        <Text size="sm" c="dimmed">
          {t('publish.notYet', { count: errors })}
        </Text>
      ) : (
        <>
          <PlanContent version={version} />
          <Text size="sm">{t('publish.text')}</Text>
          {plan.visibleRange && plan.displayOnFrontEnd && (
            <Checkbox label={t('publish.tell')} description={t('publish.tellText')} checked={tells} onChange={(event) => setTells(event.currentTarget.checked)} />
          )}
          <Group>
            <Button onClick={() => void publish()} loading={working} disabled={!plan.viewerCan.publish}>
              {t('publish.button')}
            </Button>
            {!plan.viewerCan.publish && <Text size="sm">{t('publish.notAllowed')}</Text>}
          </Group>
        </>
      )}
      {failure && <ErrorState failure={failure} order={3} />}
    </Stack>
  );
}
