import { Text } from '@mantine/core';
import { useTranslation } from '../i18n/use-translation.tsx';
import { Entrance } from './entrance.tsx';
import { useSession } from './session-context.tsx';
import classes from './session-pages.module.css';
import { SignInForm } from './sign-in-form.tsx';

/** Sign-in, in the place of the page one asked for. */
export function SignInPage({ justLeft }: { justLeft: boolean }) {
  const { t } = useTranslation('session');
  const { enter } = useSession();
  return (
    <Entrance title={t('signIn.title')}>
      {justLeft && (
        <Text className={classes.success} role="status" mb="md">
          {t('signIn.signedOut')}
        </Text>
      )}
      <SignInForm onSignedIn={enter} />
      <details className={classes.forgot}>
        <summary>{t('signIn.forgot')}</summary>
        <p>{t('signIn.forgotAsk')}</p>
      </details>
    </Entrance>
  );
}
