import { Button, Menu, Text, TextInput } from '@mantine/core';
import { problemsOf, useAct } from '@milepost/web/apollo/use-act.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { ConfirmDialog } from '@milepost/web/ui/confirm-dialog.tsx';
import { DialogForm } from '@milepost/web/ui/dialog-form.tsx';
import { Dialog } from '@milepost/web/ui/dialog.tsx';
import { IconCheck, IconChevronDown } from '@milepost/web/ui/icons.ts';
import { notify } from '@milepost/web/ui/notify.ts';
import { useState } from 'react';
import type { SavedViewPage } from '../../gql/schema-types.ts';
import { RemoveViewDocument, SaveViewDocument, type SavedViewPartsFragment } from './saved-views.generated.ts';
import { useSavedViews } from './use-saved-views.ts';

const longestName = 80;

/** One's own views of a list: opens them, keeps the list as it is narrowed now, and changes what is kept. */
export function SavedViews({ page }: { page: SavedViewPage }) {
  const { t } = useTranslation(['savedViews', 'ui']);
  const { views, failed, current, open, isChanged, show, reread } = useSavedViews(page);
  const [dialog, setDialog] = useState<'NEW' | 'RENAME' | 'REMOVE'>();
  const close = () => setDialog(undefined);
  const save = useSaveView(page);
  const saved = async (view: SavedViewPartsFragment) => {
    await reread();
    show(view);
  };
  const update = async ({ id, name }: SavedViewPartsFragment) => {
    const { view, problem } = await save({ id, name, query: current });
    if (view) return saved(view);
    notify({ tone: 'danger', title: t('ui:error.title'), text: problem });
  };
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Button variant="default" rightSection={<IconChevronDown size={16} aria-hidden />}>
            {open ? t(isChanged ? 'openChanged' : 'open', { name: open.name }) : t('views')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {views.length === 0 && <Menu.Label>{t(failed ? 'failed' : 'none')}</Menu.Label>}
          {views.map((view) => (
            <Menu.Item key={view.id} onClick={() => show(view)} rightSection={view.id === open?.id && <IconCheck size={16} aria-label={t('isOpen')} />}>
              {view.name}
            </Menu.Item>
          ))}
          <Menu.Divider />
          {open && isChanged && <Menu.Item onClick={() => void update(open)}>{t('update', { name: open.name })}</Menu.Item>}
          <Menu.Item onClick={() => setDialog('NEW')}>{t('save')}</Menu.Item>
          {open && <Menu.Item onClick={() => setDialog('RENAME')}>{t('rename', { name: open.name })}</Menu.Item>}
          {open && (
            <Menu.Item color="var(--mp-danger-text)" onClick={() => setDialog('REMOVE')}>
              {t('remove', { name: open.name })}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <Dialog opened={dialog === 'NEW'} onClose={close} title={t('saveTitle')}>
        <NameForm page={page} view={{ id: null, name: '', query: current }} onClose={close} onSaved={saved} />
      </Dialog>
      {open && (
        <>
          <Dialog opened={dialog === 'RENAME'} onClose={close} title={t('rename', { name: open.name })}>
            <NameForm page={page} view={open} onClose={close} onSaved={reread} />
          </Dialog>
          <RemoveViewDialog view={open} opened={dialog === 'REMOVE'} onClose={close} onRemoved={reread} />
        </>
      )}
    </>
  );
}

type ViewToSave = Omit<SavedViewPartsFragment, '__typename' | 'id'> & { readonly id: string | null };

/** Saves a view; answers it as it is kept, or what to do. */
function useSaveView(page: SavedViewPage): (view: ViewToSave) => Promise<{ readonly view?: SavedViewPartsFragment; readonly problem?: string }> {
  const { t } = useTranslation('ui');
  const act = useAct();
  return async ({ id, name, query }) => {
    const answer = await act(SaveViewDocument, { page, id, name, query });
    if (answer.is === 'FAILED') return { problem: `${t('error.networkText')} ${t('error.unsureLost')}` };
    const { saveView } = answer.data;
    return saveView.__typename === 'SavedView' ? { view: saveView } : { problem: problemsOf(saveView).map(({ message }) => message).join(' ') };
  };
}

interface NameFormProps {
  page: SavedViewPage;
  view: ViewToSave;
  onClose(): void;
  onSaved(view: SavedViewPartsFragment): Promise<void>;
}

function NameForm({ page, view, onClose, onSaved }: NameFormProps) {
  const { t } = useTranslation('savedViews');
  const save = useSaveView(page);
  const [name, setName] = useState(view.name);
  const [problem, setProblem] = useState<string>();
  const submit = async () => {
    const answer = await save({ ...view, name });
    if (!answer.view) return setProblem(answer.problem);
    await onSaved(answer.view);
    onClose();
  };
  return (
    <DialogForm submitLabel={t('submit')} ready={name.trim() !== ''} onSubmit={submit} onCancel={onClose}>
      <TextInput
        label={t('name')}
        description={t('nameText')}
        required
        data-autofocus
        maxLength={longestName * 4}
        value={name}
        error={problem}
        onChange={(event) => {
          setName(event.currentTarget.value);
          setProblem(undefined);
        }}
      />
    </DialogForm>
  );
}

function RemoveViewDialog({ view, opened, onClose, onRemoved }: { view: SavedViewPartsFragment; opened: boolean; onClose(): void; onRemoved(): Promise<void> }) {
  const { t } = useTranslation(['savedViews', 'ui']);
  const act = useAct();
  const [problem, setProblem] = useState<string>();
  const remove = async () => {
    const answer = await act(RemoveViewDocument, { id: view.id });
    if (answer.is === 'FAILED') return setProblem(`${t('ui:error.networkText')} ${t('ui:error.unsureLost')}`);
    // What is gone already is as it was wanted.
    await onRemoved();
    onClose();
  };
  return (
    <ConfirmDialog opened={opened} title={t('removeTitle', { name: view.name })} confirmLabel={t('removeLabel')} onConfirm={remove} onClose={onClose}>
      <Text size="sm">{t('removeText')}</Text>
      {problem && (
        <Text size="sm" role="alert" c="var(--mantine-color-error)">
          {problem}
        </Text>
      )}
    </ConfirmDialog>
  );
}
