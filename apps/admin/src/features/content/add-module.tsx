import { Button, Menu } from '@mantine/core';
import { useAct } from '@milepost/web/apollo/use-act.ts';
import { IconFileText, IconLink, IconPlus, IconUpload } from '@milepost/web/ui/icons.ts';
import { UploadList } from '@milepost/web/ui/upload-list.tsx';
import { useUploadEntries } from '@milepost/web/ui/use-uploads.ts';
import { useState } from 'react';
import { Dialog } from '@milepost/web/ui/dialog.tsx';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import type { ModuleContentInput } from '../../gql/schema-types.ts';
import { ContentForm } from './content-form.tsx';
import { CreateModuleDocument } from './content.generated.ts';
import { ModuleFields } from './module-fields.tsx';
import { UploadModules, useModuleUploads } from './upload-modules.tsx';

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
  const uploads = useModuleUploads({ courseId, language, onAdded });
  const unfinished = useUploadEntries(uploads).some((entry) => entry.is !== 'DONE');
  const open = (kind: 'FILES' | 'ARTICLE' | 'LINK' | undefined) => {
    for (const entry of uploads.entries()) if (entry.is === 'DONE') uploads.remove(entry.id);
    setAdding(kind);
  };
  const close = () => open(undefined);
  return (
    <>
      {adding === undefined && unfinished && <UploadList uploads={uploads} />}
      <Menu position="bottom-start" shadow="md">
        <Menu.Target>
          <Button leftSection={<IconPlus size={18} aria-hidden />}>{t('add.button')}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconUpload size={16} aria-hidden />} onClick={() => open('FILES')}>
            {t('add.files')}
          </Menu.Item>
          <Menu.Item leftSection={<IconFileText size={16} aria-hidden />} onClick={() => open('ARTICLE')}>
            {t('add.article')}
          </Menu.Item>
          <Menu.Item leftSection={<IconLink size={16} aria-hidden />} onClick={() => open('LINK')}>
            {t('add.link')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Dialog opened={adding !== undefined} onClose={close} size="lg" title={adding && t(`add.title.${adding}`)}>
        {adding === 'FILES' && <UploadModules uploads={uploads} onClose={close} />}
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
