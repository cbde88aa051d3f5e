import '../ui/styles/work.css';
import { Button, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '../i18n/use-translation.tsx';
import { FormError } from './form-error.tsx';
import { SignInForm } from './sign-in-form.tsx';
import { isSamePerson, type Viewer } from './viewer.ts';

/** Over the open page when its sign-in has ended: sign in again as the same person and go on; nothing typed is lost. */
export function ExpiredDialog({ viewer, onSignedIn }: { viewer: Viewer; onSignedIn: (viewer: Viewer) => void }) {
  const { t } = useTranslation('session');
  const [otherSignedIn, setOtherSignedIn] = useState(false);
  const signedIn = (now: Viewer) => {
    if (isSamePerson(now, viewer)) onSignedIn(now);
    else setOtherSignedIn(true);
  };
  return (
    <Modal opened onClose={() => {}} withCloseButton={false} closeOnEscape={false} closeOnClickOutside={false} title={t('expired.title')} centered>
      <Stack>
        <Text size="sm">{t('expired.text')}</Text>
        {otherSignedIn && <FormError text={t('expired.otherPerson', { name: viewer.displayName })} />}
        <SignInForm login={viewer.email ?? viewer.employeeNumber ?? ''} organizationId={viewer.organization.id} onSignedIn={signedIn} />
        <Button variant="subtle" onClick={() => window.location.reload()}>
          {t('expired.leave')}
        </Button>
      </Stack>
    </Modal>
  );
}
