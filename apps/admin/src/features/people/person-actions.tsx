import { Button, Group, Menu, Stack, Text, TextInput } from '@mantine/core';
import { problemsOf, useAct } from '@milepost/web/apollo/use-act.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { ConfirmDialog } from '@milepost/web/ui/confirm-dialog.tsx';
import { IconChevronDown, IconPencil } from '@milepost/web/ui/icons.ts';
import { useState } from 'react';
import type { PersonStatus } from '../../gql/schema-types.ts';
import { EditPersonDialog } from './edit-person.tsx';
import { type PersonProfileFragment, SetPersonStatusDocument } from './people.generated.ts';
import { SignInLinkButton } from './sign-in-link.tsx';

const next: Readonly<Record<PersonStatus, readonly PersonStatus[]>> = { ACTIVE: ['SUSPENDED', 'LEFT'], SUSPENDED: ['ACTIVE', 'LEFT'], LEFT: ['ACTIVE'] };

/** What whoever looks after a person can do: let them in, edit, suspend, let return, mark as left. */
export function PersonActions({ person, onMerge }: { person: PersonProfileFragment; onMerge: (() => void) | undefined }) {
  const { t } = useTranslation('people');
  const [editing, setEditing] = useState(false);
  const [wanted, setWanted] = useState<PersonStatus>();
  return (
    <Group gap="xs">
      {person.status === 'ACTIVE' && <SignInLinkButton person={person} />}
      <Button variant="default" leftSection={<IconPencil size={18} aria-hidden />} onClick={() => setEditing(true)}>
        {t('edit.button')}
      </Button>
      <Menu position="bottom-end" withinPortal={false}>
        <Menu.Target>
          <Button variant="default" rightSection={<IconChevronDown size={16} aria-hidden />}>
            {t('standing.more')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {next[person.status].map((status) => (
            <Menu.Item key={status} color={status === 'ACTIVE' ? undefined : 'var(--mp-danger-text)'} onClick={() => setWanted(status)}>
              {t(`standing.${status}.act`)}
            </Menu.Item>
          ))}
          {onMerge && <Menu.Item onClick={onMerge}>{t('merge.act')}</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
      <EditPersonDialog person={person} opened={editing} onClose={() => setEditing(false)} />
      {wanted && <StatusDialog person={person} status={wanted} onClose={() => setWanted(undefined)} />}
    </Group>
  );
}

function StatusDialog({ person, status, onClose }: { person: PersonProfileFragment; status: PersonStatus; onClose(): void }) {
  const { t } = useTranslation(['people', 'ui']);
  const act = useAct();
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string>();
  const name = person.displayName;
  const change = async () => {
    setProblem(undefined);
    const answer = await act(SetPersonStatusDocument, { personId: person.id, rowVersion: person.rowVersion, status, reason: reason.trim() || null });
    if (answer.is === 'FAILED') return setProblem(`${t('ui:error.networkText')} ${t('ui:error.unsureLost')}`);
    const refused = problemsOf(answer.data.setPersonStatus);
    if (refused.length > 0) return setProblem(refused.map((each) => each.message).join(' '));
    onClose();
  };
  return (
    <ConfirmDialog opened title={t(`standing.${status}.title`, { name })} confirmLabel={t(`standing.${status}.act`)} destructive={status !== 'ACTIVE'} onConfirm={change} onClose={onClose}>
      <Stack gap="sm">
        <Text size="sm">{t(`standing.${status}.text`, { name })}</Text>
        <TextInput label={t('standing.reason')} maxLength={500} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
        {problem && (
          <Text size="sm" role="alert" c="var(--mantine-color-error)">
            {problem}
          </Text>
        )}
      </Stack>
    </ConfirmDialog>
  );
}
