import { type MantineColorScheme, NativeSelect, useMantineColorScheme } from '@mantine/core';
import { useTranslation } from '../i18n/use-translation.tsx';

const schemes = ['auto', 'light', 'dark'] as const satisfies readonly MantineColorScheme[];

/** Light, dark, or as the device says; remembered in this browser. */
export function ColourSchemeSwitch({ withLabel = false }: { withLabel?: boolean }) {
  const { t } = useTranslation('ui');
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const label = t('scheme.label');
  return (
    <NativeSelect
      label={withLabel ? label : undefined}
      aria-label={withLabel ? undefined : label}
      value={colorScheme}
      data={schemes.map((each) => ({ value: each, label: t(`scheme.${each}`) }))}
      onChange={(event) => setColorScheme(event.currentTarget.value as MantineColorScheme)}
    />
  );
}
