import '../ui/styles/work.css';
import { Anchor, Button, Stack, Text } from '@mantine/core';
import { type FormEvent, useCallback, useEffect, useState } from 'react';
import { useTranslation } from '../i18n/use-translation.tsx';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { ErrorState } from '../ui/error-state.tsx';
import { SkeletonBar } from '../ui/skeletons.tsx';
import { Entrance } from './entrance.tsx';
import { FormError } from './form-error.tsx';
import { isSendable, type NewPassword, NewPasswordFields } from './new-password-fields.tsx';
import { type LinkAnswer, type PasswordAnswer, readLink, spendLink } from './session-client.ts';
import { useSession } from './session-context.tsx';

/** Where an invitation or a reset link leads (`?token=`): choose a password and be signed in. A spent or old link says so and what to do. */
export function LinkPage({ home }: { home: string }) {
  const { t } = useTranslation('session');
  const [params] = useSearchParams();
  const token = params.get('token') ?? '';
  const [link, setLink] = useState<LinkAnswer>();
  const read = useCallback(async () => {
    setLink(undefined);
    setLink(await readLink(token));
  }, [token]);
  useEffect(() => void read(), [read]);

  if (!link) {
    return (
      <Entrance title={t('link.resetTitle')}>
        <SkeletonBar width="70%" />
      </Entrance>
    );
  }
  if (link.is === 'UNREACHABLE') {
    return (
      <Entrance title={t('link.resetTitle')}>
        <ErrorState failure={{ kind: 'NETWORK', lost: 'NOTHING' }} onRetry={() => void read()} />
      </Entrance>
    );
  }
  if (link.is === 'GONE') return <GoneLink home={home} />;
  return <SpendLink link={link} token={token} home={home} onGone={() => setLink({ is: 'GONE' })} />;
}

function GoneLink({ home }: { home: string }) {
  const { t } = useTranslation('session');
  return (
    <Entrance title={t('link.goneTitle')}>
      <Stack>
        <Text size="sm">{t('link.goneText')}</Text>
        <Anchor component={Link} to={home}>
          {t('link.toSignIn')}
        </Anchor>
      </Stack>
    </Entrance>
  );
}

interface SpendLinkProps {
  link: LinkAnswer & { is: 'VALID' };
  token: string;
  home: string;
  onGone(): void;
}

function SpendLink({ link, token, home, onGone }: SpendLinkProps) {
  const { t } = useTranslation('session');
  const { refresh } = useSession();
  const navigate = useNavigate();
  const [password, setPassword] = useState<NewPassword>({ first: '', second: '' });
  const [tried, setTried] = useState(false);
  const [working, setWorking] = useState(false);
  const [answer, setAnswer] = useState<PasswordAnswer>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isSendable(password) || working) return;
    setWorking(true);
    const received = await spendLink(link.kind, token, password.first);
    setWorking(false);
    if (received.is === 'GONE') return onGone();
    if (received.is !== 'CHANGED') return setAnswer(received);
    await refresh();
    await navigate(home, { replace: true });
  };
  const invitation = link.kind === 'INVITATION';
  return (
    <Entrance title={invitation ? t('link.invitationTitle', { name: link.displayName }) : t('link.resetTitle')}>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <Stack>
          <Text size="sm">{invitation ? t('link.invitationText', { login: link.login }) : t('link.resetText', { login: link.login })}</Text>
          {answer?.is === 'UNREACHABLE' && <FormError text={t('failed')} />}
          {answer && answer.is !== 'UNREACHABLE' && <FormError text={(answer.is === 'REFUSED' && answer.message) || t('password.refused')} />}
          <input type="text" name="username" autoComplete="username" value={link.login} readOnly hidden />
          <NewPasswordFields value={password} tried={tried} onChange={setPassword} />
          <Button type="submit" loading={working}>
            {t('link.submit')}
          </Button>
        </Stack>
      </form>
    </Entrance>
  );
}
