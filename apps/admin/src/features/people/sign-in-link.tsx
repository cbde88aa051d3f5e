import { Button, CopyButton, Group, Stack, Text, TextInput } from '@mantine/core';
import { problemsOf, useAct } from '@milepost/web/apollo/use-act.ts';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { IconCheck, IconCopy, IconLink } from '@milepost/web/ui/icons.ts';
import { notify } from '@milepost/web/ui/notify.ts';
import { useState } from 'react';
import { Dialog } from '@milepost/web/ui/dialog.tsx';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { CreateSignInLinkDocument, type CreateSignInLinkMutation } from './people.generated.ts';

type SignInLink = Extract<CreateSignInLinkMutation['createSignInLink'], { __typename: 'SignInLink' }>;

/** Makes a link by which a person signs in for the first time, or sets a new password; shown to copy, this once. */
export function SignInLinkButton({ person }: { person: { readonly id: string; readonly displayName: string; readonly hasAccount: boolean } }) {
  const { t } = useTranslation(['people', 'ui']);
  const format = useFormat();
  const act = useAct();
  const [link, setLink] = useState<SignInLink>();
  const [working, setWorking] = useState(false);
  const make = async () => {
    setWorking(true);
    const answer = await act(CreateSignInLinkDocument, { personId: person.id });
    setWorking(false);
    if (answer.is === 'FAILED') return notify({ tone: 'danger', title: t('link.refused'), text: t('ui:error.networkText') });
    const result = answer.data.createSignInLink;
    if (result.__typename === 'SignInLink') return setLink(result);
    notify({ tone: 'danger', title: t('link.refused'), text: problemsOf(result)[0]?.message });
  };
  return (
    <>
      <Button variant="default" leftSection={<IconLink size={18} aria-hidden />} loading={working} onClick={() => void make()}>
        {person.hasAccount ? t('link.reset') : t('link.invite')}
      </Button>
      <Dialog opened={link !== undefined} onClose={() => setLink(undefined)} title={t('link.title', { name: person.displayName })}>
        {link && (
          <Stack>
            <Text size="sm">{t('link.text', { name: person.displayName, time: format.dateTime(new Date(link.expiresAt), { withZone: true }) })}</Text>
            <LinkLine label={t('link.forLearner')} path={link.learnerPath} />
            <LinkLine label={t('link.forAdmin')} path={link.adminPath} />
          </Stack>
        )}
      </Dialog>
    </>
  );
}

function LinkLine({ label, path }: { label: string; path: string }) {
  const { t } = useTranslation('people');
  const url = new URL(path, window.location.origin).href;
  return (
    <Group align="flex-end" wrap="nowrap">
      <TextInput label={label} value={url} readOnly flex={1} onFocus={(event) => event.currentTarget.select()} />
      <CopyButton value={url}>
        {({ copied, copy }) => (
          <Button variant="light" leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />} onClick={copy}>
            {copied ? t('link.copied') : t('link.copy')}
          </Button>
        )}
      </CopyButton>
    </Group>
  );
}
