import { Radio, Stack, Text } from '@mantine/core';
import { PLAN_LIMITS } from '@milepost/domain';
import { problemsOf, useAct } from '@milepost/web/apollo/use-act.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { DialogForm } from '@milepost/web/ui/dialog-form.tsx';
import { Dialog } from '@milepost/web/ui/dialog.tsx';
import { ErrorState, type Failure } from '@milepost/web/ui/error-state.tsx';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import type { DuplicateDepth } from '../../gql/schema-types.ts';
import { paths } from '../../paths.ts';
import { DuplicatePlanDocument } from './plan-copies.generated.ts';
import { PlanNameField } from './plan-name-field.tsx';

const depths = ['ITEMS', 'MILESTONES', 'SHELL'] as const satisfies readonly DuplicateDepth[];

/** Asks what a copy of a plan is called and how much it takes over (L33), then opens it in the editor. */
export function DuplicatePlanDialog({ plan, onClose }: { plan: { readonly id: string; readonly name: string }; onClose(): void }) {
  const { t } = useTranslation('plans');
  const navigate = useNavigate();
  const act = useAct();
  const [name, setName] = useState(() => t('duplicate.suggested', { name: plan.name }).slice(0, PLAN_LIMITS.name));
  const [depth, setDepth] = useState<DuplicateDepth>('ITEMS');
  // The same wish again, after a broken line, is the same act; another name or depth is another one.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const clientMutationId = useMemo(() => crypto.randomUUID(), [name, depth]);
  const [problem, setProblem] = useState<string>();
  const [failure, setFailure] = useState<Failure>();
  const submit = async () => {
    setFailure(undefined);
    const answer = await act(DuplicatePlanDocument, { planId: plan.id, name, depth, clientMutationId });
    if (answer.is === 'FAILED') return setFailure({ ...answer.failure, lost: 'INPUT' });
    const result = answer.data.duplicateLearningPlan;
    if (result.__typename !== 'LearningPlan') return setProblem(problemsOf(result)[0]?.message);
    await navigate(paths.planEditor.to({ planId: result.id }));
  };
  return (
    <Dialog opened onClose={onClose} title={t('duplicate.title', { name: plan.name })}>
      <DialogForm submitLabel={t('duplicate.submit')} onSubmit={submit} onCancel={onClose}>
        <PlanNameField
          label={t('duplicate.name')}
          value={name}
          problem={problem}
          onChange={(next) => {
            setName(next);
            setProblem(undefined);
          }}
          autoFocus
        />
        <Radio.Group label={t('duplicate.depth')} value={depth} onChange={(next) => setDepth(next)}>
          <Stack gap="xs" mt="xs">
            {depths.map((each) => (
              <Radio key={each} value={each} label={t(`duplicate.${each}.name`)} description={t(`duplicate.${each}.text`)} />
            ))}
          </Stack>
        </Radio.Group>
        <Text size="sm" c="dimmed">
          {t('duplicate.never')}
        </Text>
        {failure && <ErrorState failure={failure} order={3} />}
      </DialogForm>
    </Dialog>
  );
}
