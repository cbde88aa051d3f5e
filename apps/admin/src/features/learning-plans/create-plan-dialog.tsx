import { Button, Radio, Stack } from '@mantine/core';
import { problemsOf, useAct } from '@milepost/web/apollo/use-act.ts';
import { Dialog } from '@milepost/web/ui/dialog.tsx';
import { DialogForm } from '@milepost/web/ui/dialog-form.tsx';
import { ErrorState, type Failure } from '@milepost/web/ui/error-state.tsx';
import { IconPlus } from '@milepost/web/ui/icons.ts';
import { useMemo, useState } from 'react';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { useNavigate } from 'react-router';
import type { PlanPreset } from '../../gql/schema-types.ts';
import { paths } from '../../paths.ts';
import { CreatePlanDocument } from './create-plan.generated.ts';
import { PlanNameField } from './plan-name-field.tsx';

const presets = ['LEARNING_PLAN', 'TRAINING_PLAN', 'CERTIFICATION_PLAN'] as const satisfies readonly PlanPreset[];

/** "Create a training" (D10): asks for a name and a preset, then opens the editor. */
export function CreatePlanButton() {
  const { t } = useTranslation(['plans', 'ui']);
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setOpened(true)}>
        {t('create.button')}
      </Button>
      <Dialog opened={opened} onClose={() => setOpened(false)} title={t('create.button')}>
        <CreatePlanForm onClose={() => setOpened(false)} />
      </Dialog>
    </>
  );
}

function CreatePlanForm({ onClose }: { onClose(): void }) {
  const { t } = useTranslation(['plans', 'ui']);
  const navigate = useNavigate();
  const act = useAct();
  const [name, setName] = useState('');
  const [preset, setPreset] = useState<PlanPreset>('LEARNING_PLAN');
  // The same wish again, after a broken line, is the same act; another name or preset is another one.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const clientMutationId = useMemo(() => crypto.randomUUID(), [name, preset]);
  const [problem, setProblem] = useState<string>();
  const [failure, setFailure] = useState<Failure>();
  const submit = async () => {
    if (name.trim() === '') return setProblem(t('create.nameMissing'));
    setFailure(undefined);
    const answer = await act(CreatePlanDocument, { name, preset, clientMutationId });
    if (answer.is === 'FAILED') return setFailure({ ...answer.failure, lost: 'INPUT' });
    const result = answer.data.createLearningPlan;
    if (result.__typename !== 'LearningPlan') return setProblem(problemsOf(result)[0]?.message);
    await navigate(paths.planEditor.to({ planId: result.id }));
  };
  return (
    <DialogForm submitLabel={t('create.submit')} onSubmit={submit} onCancel={onClose}>
      <PlanNameField
        label={t('field.name')}
        value={name}
        problem={problem}
        onChange={(next) => {
          setName(next);
          setProblem(undefined);
        }}
        autoFocus
      />
      <Radio.Group label={t('create.preset')} value={preset} onChange={(next) => setPreset(next)}>
        <Stack gap="xs" mt="xs">
          {presets.map((each) => (
            <Radio key={each} value={each} label={t(`preset.${each}.name`)} description={t(`preset.${each}.text`)} />
          ))}
        </Stack>
      </Radio.Group>
      {failure && <ErrorState failure={failure} order={3} />}
    </DialogForm>
  );
}
