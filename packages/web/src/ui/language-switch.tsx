import { NativeSelect } from '@mantine/core';
import { useTranslation } from '../i18n/use-translation.tsx';
import { useLanguage } from '../i18n/language-context.tsx';
import { type Language, languageNames, languages } from '../i18n/languages.ts';
import { notify } from './notify.ts';

/** Switches the language at once and remembers it in this browser; each language stands in its own words. */
export function LanguageSwitch({ withLabel = false }: { withLabel?: boolean }) {
  const { t } = useTranslation('ui');
  const { language, setLanguage } = useLanguage();
  const label = t('language.label');
  return (
    <NativeSelect
      label={withLabel ? label : undefined}
      aria-label={withLabel ? undefined : label}
      value={language}
      data={languages.map((each) => ({ value: each, label: languageNames[each] }))}
      onChange={(event) => {
        setLanguage(event.currentTarget.value as Language).catch(() => notify({ tone: 'danger', title: t('language.failed') }));
      }}
    />
  );
}
