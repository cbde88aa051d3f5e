import { Button, PasswordInput, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from '../i18n/use-translation.tsx';
import { FormError } from './form-error.tsx';
import { isSendable, type NewPassword, NewPasswordFields } from './new-password-fields.tsx';
import { changePassword, type PasswordAnswer } from './session-client.ts';
import classes from './session-pages.module.css';
import { tellSessionExpired } from './session-signal.ts';

const empty: NewPassword = { first: '', second: '' };

/** Changes the password of who is signed in; the current one has to be known. */
export function ChangePasswordForm() {
  const { t } = useTranslation('session');
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState(empty);
  const [tried, setTried] = useState(false);
  const [working, setWorking] = useState(false);
  const [answer, setAnswer] = useState<PasswordAnswer>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    setAnswer(undefined);
    if (current === '' || !isSendable(password) || working) return;
    setWorking(true);
    const received = await changePassword(current, password.first);
    setWorking(false);
    setAnswer(received);
    if (received.is === 'SIGNED_OUT') tellSessionExpired();
    if (received.is !== 'CHANGED') return;
    setCurrent('');
    setPassword(empty);
    setTried(false);
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <Stack maw={380}>
        <div role="status">{answer?.is === 'CHANGED' && <div className={classes.success}>{t('profile.passwordChanged')}</div>}</div>
        {answer?.is === 'WRONG_PASSWORD' && <FormError text={t('profile.currentWrong')} />}
        {answer?.is === 'UNREACHABLE' && <FormError text={t('failed')} />}
        {answer?.is === 'REFUSED' && <FormError text={answer.message ?? t('password.refused')} />}
        <PasswordInput
          label={t('profile.currentPassword')}
          name="current-password"
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
          value={current}
          error={tried && current === '' ? t('signIn.required') : undefined}
          onChange={(event) => setCurrent(event.currentTarget.value)}
        />
        <NewPasswordFields value={password} tried={tried} onChange={setPassword} />
        <Button type="submit" variant="default" loading={working} style={{ alignSelf: 'flex-start' }}>
          {t('profile.changePassword')}
        </Button>
      </Stack>
    </form>
  );
}
