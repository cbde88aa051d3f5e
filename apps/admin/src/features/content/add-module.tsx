import { Button, Menu, Text } from '@mantine/core';
import { problemsOf, useAct } from '@milepost/web/apollo/use-act.ts';
import { tusTransport } from '@milepost/web/files/upload.ts';
import { FileUpload } from '@milepost/web/ui/file-upload.tsx';
import { IconFileText, IconLink, IconPlus, IconUpload } from '@milepost/web/ui/icons.ts';
import { notify } from '@milepost/web/ui/notify.ts';
import { useMemo, useRef, useState } from 'react';
import { Dialog } from '@milepost/web/ui/dialog.tsx';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import type { ContentKind, ModuleContentInput } from '../../gql/schema-types.ts';
import { ContentForm } from './content-form.tsx';
import { CreateModuleDocument } from './content.generated.ts';
import { ModuleFields } from './module-fields.tsx';

const rules = { maxBytes: 2_000_000_000, extensions: ['.pdf', '.mp4', '.webm'] };

interface AddModuleProps {
  courseId: string;
  language: string;
  /** A module has been added: the course has another one now. */
  onAdded(): void;
}

/** Adds modules to a course: files (PDF, video; several at once, resumable), an article or a link (D1). */
export function AddModule({ courseId, language, onAdded }: AddModuleProps) {
  const { t } = useTranslation(['content', 'ui']);
  const [adding, setAdding] = useState<'FILES' | 'ARTICLE' | 'LINK'>();
  const close = () => setAdding(undefined);
  return (
    <>
      <Menu position="bottom-start" shadow="md">
        <Menu.Target>
          <Button leftSection={<IconPlus size={18} aria-hidden />}>{t('add.button')}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconUpload size={16} aria-hidden />} onClick={() => setAdding('FILES')}>
            {t('add.files')}
          </Menu.Item>
          <Menu.Item leftSection={<IconFileText size={16} aria-hidden />} onClick={() => setAdding('ARTICLE')}>
            {t('add.article')}
          </Menu.Item>
          <Menu.Item leftSection={<IconLink size={16} aria-hidden />} onClick={() => setAdding('LINK')}>
            {t('add.link')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Dialog opened={adding !== undefined} onClose={close} size="lg" title={adding && t(`add.title.${adding}`)}>
        {adding === 'FILES' && <UploadModules courseId={courseId} language={language} onAdded={onAdded} onClose={close} />}
        {(adding === 'ARTICLE' || adding === 'LINK') && (
          <WriteModule
            kind={adding}
            courseId={courseId}
            language={language}
            onCancel={close}
            onAdded={() => {
              onAdded();
              close();
            }}
          />
        )}
      </Dialog>
    </>
  );
}

function UploadModules({ courseId, language, onAdded, onClose }: AddModuleProps & { onClose(): void }) {
  const { t } = useTranslation(['content', 'ui']);
  const act = useAct();
  const transport = useMemo(() => tusTransport({ endpoint: '/files/uploads', metadata: { purpose: 'MODULE' } }), []);
  // One after the other, so that the modules stand in the order in which their files arrived.
  const last = useRef(Promise.resolve());
  const create = async (file: File, fileId: string) => {
    const name = file.name.replace(/\.[^.]+$/, '');
    const kind: ContentKind = /\.pdf$/i.test(file.name) ? 'DOCUMENT' : 'VIDEO';
    const answer = await act(CreateModuleDocument, { courseId, language, name, content: { kind, fileId }, clientMutationId: `module of ${fileId}` });
    const problem = answer.is === 'FAILED' ? t('add.unsure', { name }) : problemsOf(answer.data.createModule)[0]?.message;
    if (problem) notify({ tone: 'danger', title: t('add.refused', { name }), text: problem });
    else onAdded();
  };
  return (
    <>
      <Text size="sm" c="dimmed" mb="sm">
        {t('add.filesText')}
      </Text>
      <FileUpload
        label={t('add.title.FILES')}
        rules={rules}
        transport={transport}
        multiple
        onDone={(file, fileId) => {
          last.current = last.current.then(() => create(file, fileId));
        }}
      />
      <Button mt="md" onClick={onClose}>
        {t('ui:action.done')}
      </Button>
    </>
  );
}

function WriteModule({ kind, courseId, language, onAdded, onCancel }: AddModuleProps & { kind: 'ARTICLE' | 'LINK'; onCancel(): void }) {
  const { t } = useTranslation('content');
  const act = useAct();
  const [content, setContent] = useState<ModuleContentInput>({ kind });
  return (
    <ContentForm
      first={{ name: '', description: '', durationMinutes: null, language }}
      submitLabel={t('form.add')}
      submit={async (fields) => {
        const answer = await act(CreateModuleDocument, { ...fields, courseId, content });
        return answer.is === 'FAILED' ? answer : { is: 'ANSWERED', data: answer.data.createModule };
      }}
      onDone={onAdded}
      onCancel={onCancel}
    >
      <ModuleFields value={content} onChange={setContent} />
    </ContentForm>
  );
}
