import { Button, Checkbox, CopyButton, Group, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { problemsOf, useAct } from '@milepost/web/apollo/use-act.ts';
import { Dialog } from '@milepost/web/ui/dialog.tsx';
import { DialogForm } from '@milepost/web/ui/dialog-form.tsx';
import { IconCheck, IconCopy } from '@milepost/web/ui/icons.ts';
import { useState } from 'react';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { CreateApiClientDocument } from './access.generated.ts';
import { ProblemNote } from './problem-note.tsx';
import { isWholeScope, type Scope, ScopeFields } from './scope-fields.tsx';

const features = ['plans', 'assignments', 'progress', 'completions', 'content', 'people', 'settings', 'audit'] as const;

interface CreateApiClientDialogProps {
  opened: boolean;
  onClose(): void;
  onCreated(): void;
}

/** Makes a key for a partner system; the key is shown this once. */
export function CreateApiClientDialog({ opened, onClose, onCreated }: CreateApiClientDialogProps) {
  const { t } = useTranslation(['settings', 'ui']);
  const [key, setKey] = useState<string>();
  const close = () => {
    setKey(undefined);
    onClose();
  };
  return (
    // A click beside it must not lose a key that is shown only once.
    <Dialog opened={opened} onClose={close} closeOnClickOutside={key === undefined} title={t('key.button')}>
      {key === undefined ? (
        <CreateForm
          onClose={close}
          onCreated={(made) => {
            setKey(made);
            onCreated();
          }}
        />
      ) : (
        <ShownOnce value={key} onClose={close} />
      )}
    </Dialog>
  );
}

function ShownOnce({ value, onClose }: { value: string; onClose(): void }) {
  const { t } = useTranslation(['settings', 'ui']);
  return (
    <Stack>
      <Text size="sm" role="status">
        {t('key.once')}
      </Text>
      <TextInput label={t('key.key')} value={value} readOnly onFocus={(event) => event.currentTarget.select()} />
      <Group justify="flex-end">
        <CopyButton value={value}>
          {({ copied, copy }) => (
            <Button variant="light" leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />} onClick={copy}>
              {copied ? t('ui:copy.copied') : t('key.copy')}
            </Button>
          )}
        </CopyButton>
        <Button onClick={onClose}>{t('ui:action.done')}</Button>
      </Group>
    </Stack>
  );
}

function CreateForm({ onClose, onCreated }: { onClose(): void; onCreated(key: string): void }) {
  const { t } = useTranslation(['settings', 'ui']);
  const act = useAct();
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<readonly string[]>(['read:plans', 'read:progress']);
  const [scope, setScope] = useState<Scope>({ scopeKind: 'ORGANIZATION', scopeId: null });
  const [expiresOn, setExpiresOn] = useState('');
  const [problem, setProblem] = useState<string>();
  const submit = async () => {
    setProblem(undefined);
    const answer = await act(CreateApiClientDocument, { name, scopes: [...scopes], expiresOn: expiresOn || null, ...scope });
    if (answer.is === 'FAILED') return setProblem(`${t('ui:error.networkText')} ${t('ui:error.unsureLost')}`);
    const result = answer.data.createApiClient;
    if (result.__typename === 'NewApiClient') return onCreated(result.key);
    setProblem(problemsOf(result).map((each) => each.message).join(' '));
  };
  return (
    <DialogForm submitLabel={t('key.submit')} ready={name.trim() !== '' && scopes.length > 0 && isWholeScope(scope)} onSubmit={submit} onCancel={onClose}>
      <ProblemNote text={problem} />
      <TextInput label={t('key.name')} required data-autofocus maxLength={200} value={name} onChange={(event) => setName(event.currentTarget.value)} />
      <Checkbox.Group label={t('key.scopes')} description={t('key.scopesText')} value={[...scopes]} onChange={setScopes}>
        <SimpleGrid cols={2} mt="xs" spacing="xs">
          {features.flatMap((feature) => (['read', 'write'] as const).map((verb) => <Checkbox key={`${verb}:${feature}`} value={`${verb}:${feature}`} label={`${verb}:${feature}`} />))}
        </SimpleGrid>
      </Checkbox.Group>
      <ScopeFields value={scope} onChange={setScope} />
      <TextInput type="date" label={t('key.expiresOn')} description={t('key.expiresText')} value={expiresOn} onChange={(event) => setExpiresOn(event.currentTarget.value)} />
    </DialogForm>
  );
}
