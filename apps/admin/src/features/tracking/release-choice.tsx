import { Radio, Stack } from '@mantine/core';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import type { ReleaseAct } from '../../gql/schema-types.ts';

/** All that can be done by hand with a step. */
export const releaseActs = ['RELEASE', 'HOLD', 'RESUME'] as const satisfies readonly ReleaseAct[];

interface ReleaseChoiceProps {
  /** What applies. */
  acts: readonly ReleaseAct[];
  value: ReleaseAct | null;
  onChange(next: ReleaseAct): void;
}

/** When a milestone opens: now, not before somebody says so, or as its schedule has it (C3, C13). */
export function ReleaseChoice({ acts, value, onChange }: ReleaseChoiceProps) {
  const { t } = useTranslation('tracking');
  return (
    <Radio.Group label={t('release.label')} value={value} onChange={onChange}>
      <Stack gap="xs" mt="xs">
        {acts.map((each) => (
          <Radio key={each} value={each} label={t(`release.act.${each}.name`)} description={t(`release.act.${each}.text`)} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
