import { Radio, Stack } from '@mantine/core';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import type { UnreleasedStepDisplay } from '../../gql/schema-types.ts';
import { usePlanEditing } from './plan-editing.tsx';
import { useBasics } from './use-basics.ts';
import { useTyped } from './use-typed.ts';

const choices = ['TITLES', 'DETAILS', 'NONE'] as const satisfies readonly UnreleasedStepDisplay[];

/** What learners see of steps that are not open yet (C14, C19, C21, X6). */
export function UnreleasedDisplayField() {
  const { t } = useTranslation('plans');
  const { version, revision } = usePlanEditing();
  const save = useBasics();
  const [shown, setShown] = useTyped<UnreleasedStepDisplay>(version.displayUnreleasedSteps, revision);
  return (
    <Radio.Group
      label={t('field.unreleased')}
      data-field="displayUnreleasedSteps"
      value={shown}
      onChange={(next) => {
        setShown(next);
        save('unreleased', t('field.unreleased'), t(`unreleased.${next}.name`), (draft) => t(`unreleased.${draft.displayUnreleasedSteps}.name`), { displayUnreleasedSteps: next });
      }}
    >
      <Stack gap="xs" mt="xs">
        {choices.map((each) => (
          <Radio key={each} value={each} label={t(`unreleased.${each}.name`)} description={t(`unreleased.${each}.text`)} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
