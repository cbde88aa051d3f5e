import '../ui/styles/work.css';
import { Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from '../i18n/use-translation.tsx';
import { FormError } from './form-error.tsx';
import { type SignInAnswer, signIn } from './session-client.ts';
import type { Viewer } from './viewer.ts';

interface SignInFormProps {
  /** Known already, when someone comes back to their own page. */
  login?: string;
  /** The organization to come back to; asked for otherwise. */
  organizationId?: string;
  onSignedIn(viewer: Viewer): void;
}

/** Sign-in by e-mail or employee number and password; asks which organization, where there are several. What was typed stays after every refusal. */
export function SignInForm({ login: knownLogin = '', organizationId, onSignedIn }: SignInFormProps) {
  const { t } = useTranslation('session');
  const [login, setLogin] = useState(knownLogin);
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const [working, setWorking] = useState(false);
  const [answer, setAnswer] = useState<SignInAnswer>();
  const loginField = useRef<HTMLInputElement>(null);
  const passwordField = useRef<HTMLInputElement>(null);

  const send = async (organization: string | undefined) => {
    setWorking(true);
    const received = await signIn({ login: login.trim(), password, ...(organization ? { organizationId: organization } : {}) });
    setWorking(false);
    if (received.is === 'SIGNED_IN') return onSignedIn(received.viewer);
    setAnswer(received);
    if (received.is !== 'WRONG_CREDENTIALS') return;
    passwordField.current?.focus();
    passwordField.current?.select();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (login.trim() === '') return loginField.current?.focus();
    if (password === '') return passwordField.current?.focus();
    if (!working) void send(organizationId);
  };

  if (answer?.is === 'CHOOSE_ORGANIZATION') {
    return (
      <Stack gap="sm">
        <Text fw={600} component="h2" m={0}>
          {t('signIn.chooseOrganization')}
        </Text>
        <Text size="sm" c="dimmed">
          {t('signIn.chooseOrganizationText')}
        </Text>
        {answer.organizations.map((organization) => (
          <Button key={organization.id} variant="default" justify="flex-start" disabled={working} onClick={() => void send(organization.id)}>
            {organization.name}
          </Button>
        ))}
        <Button variant="subtle" onClick={() => setAnswer(undefined)}>
          {t('signIn.otherAccount')}
        </Button>
      </Stack>
    );
  }

  return (
    <form noValidate onSubmit={submit}>
      <Stack>
        {answer?.is === 'WRONG_CREDENTIALS' && <FormError text={t('signIn.wrong')} />}
        {answer?.is === 'TOO_MANY_TRIES' && <FormError text={t('signIn.tooMany', { count: Math.max(1, Math.ceil(answer.retryAfterSeconds / 60)) })} />}
        {answer?.is === 'UNREACHABLE' && <FormError text={t('failed')} />}
        <TextInput
          ref={loginField}
          label={t('signIn.login')}
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          withAsterisk={false}
          value={login}
          error={tried && login.trim() === '' ? t('signIn.required') : undefined}
          onChange={(event) => setLogin(event.currentTarget.value)}
        />
        <PasswordInput
          ref={passwordField}
          label={t('signIn.password')}
          name="password"
          autoComplete="current-password"
          required
          withAsterisk={false}
          data-autofocus={knownLogin !== '' || undefined}
          value={password}
          error={tried && password === '' ? t('signIn.required') : undefined}
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Button type="submit" loading={working}>
          {t('signIn.submit')}
        </Button>
      </Stack>
    </form>
  );
}
