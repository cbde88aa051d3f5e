import './styles/work.css';
import { Button, Group, Radio, Stack, Text } from '@mantine/core';
import { useLanguage } from '../i18n/language-context.tsx';
import { useTranslation } from '../i18n/use-translation.tsx';
import { IconDownload } from './icons.ts';

const identifiers = ['EMPLOYEE_NUMBER', 'EMAIL', 'EXTERNAL_ID'] as const;

/** By what a list names people, as the API knows it. */
export type ListedBy = (typeof identifiers)[number];

/** Asks by what a list names people (X5), with a template to fill in for each. */
export function ListIdentifierField({ value, onChange }: { value: ListedBy; onChange(next: ListedBy): void }) {
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
        <Button component="a" href={`/files/templates/${value}?language=${language}`} download variant="default" size="xs" leftSection={<IconDownload size={16} aria-hidden />}>
          {t('listBy.template')}
        </Button>
        <Text size="sm" c="dimmed">
          {t('listBy.templateText')}
        </Text>
      </Group>
    </>
  );
}
