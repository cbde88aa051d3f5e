import { Checkbox } from '@mantine/core';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';

/** Whether the people of an assignment find a message of it in their inbox (L48, C18). */
export function TellField({ value, onChange }: { value: boolean; onChange(next: boolean): void }) {
  const { t } = useTranslation('assignments');
  return <Checkbox label={t('form.tell')} description={t('form.tellText')} checked={value} onChange={(event) => onChange(event.currentTarget.checked)} />;
}
