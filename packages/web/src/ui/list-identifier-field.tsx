import './styles/work.css';
import { Button, Group, Radio, Stack, Text } from '@mantine/core';
import { useLanguage } from '../i18n/language-context.tsx';
import { useTranslation } from '../i18n/use-translation.tsx';
import { IconDownload } from './icons.ts';

const identifiers = ['EMPLOYEE_NUMBER', 'EMAIL', 'EXTERNAL_ID'] as const;

/** By what a list names people, as the API knows it. */
export type ListedBy = (typeof identifiers)[number];

interface ListIdentifierFieldProps {
  value: ListedBy;
  onChange(next: ListedBy): void;
  /** Where the templates of another file than a list lie, and what is to be known of them. */
  templates?: { readonly path: string; readonly text: string };
}

/** Asks by what a list names people (X5), with a template to fill in for each. */
export function ListIdentifierField({ value, onChange, templates }: ListIdentifierFieldProps) {
  const { t } = useTranslation('work');
  const { language } = useLanguage();
  return (
    <>
      <Radio.Group label={t('listBy.label')} value={value} onChange={onChange}>
        <Stack gap="xs" mt={4}>
          {identifiers.map((each) => (
            <Radio key={each} value={each} label={t(`listBy.${each}`)} description={t(`listBy.text.${each}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <Group gap="sm">
        <Button component="a" href={`${templates?.path ?? '/files/templates'}/${value}?language=${language}`} download variant="default" size="xs" leftSection={<IconDownload size={16} aria-hidden />}>
          {t('listBy.template')}
        </Button>
        <Text size="sm" c="dimmed">
          {templates?.text ?? t('listBy.templateText')}
        </Text>
      </Group>
    </>
  );
}
