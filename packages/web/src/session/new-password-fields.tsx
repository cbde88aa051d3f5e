import { PasswordInput } from '@mantine/core';
import { useTranslation } from '../i18n/use-translation.tsx';
import { minimumPasswordLength } from './password-rule.ts';

export interface NewPassword {
  readonly first: string;
  readonly second: string;
}

/** Whether both entries are one password that may be sent. */
export const isSendable = ({ first, second }: NewPassword): boolean => first.length >= minimumPasswordLength && first === second;

/** A new password, twice; says what is wrong once it was tried. */
export function NewPasswordFields({ value, tried, onChange }: { value: NewPassword; tried: boolean; onChange(next: NewPassword): void }) {
  const { t } = useTranslation('session');
  const toggle = { 'aria-label': t('signIn.showPassword') };
  return (
    <>
      <PasswordInput
        label={t('link.newPassword')}
        description={t('password.rule', { count: minimumPasswordLength })}
        name="new-password"
        autoComplete="new-password"
        visibilityToggleButtonProps={toggle}
        value={value.first}
        error={tried && value.first.length < minimumPasswordLength ? t('password.tooShort', { count: minimumPasswordLength }) : undefined}
        onChange={(event) => onChange({ ...value, first: event.currentTarget.value })}
      />
      <PasswordInput
        label={t('link.repeat')}
        name="new-password-again"
        autoComplete="new-password"
        visibilityToggleButtonProps={toggle}
        value={value.second}
        error={tried && value.first !== value.second ? t('password.differ') : undefined}
        onChange={(event) => onChange({ ...value, second: event.currentTarget.value })}
      />
    </>
  );
}
