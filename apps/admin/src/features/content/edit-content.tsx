import { Text } from '@mantine/core';
import { useAct } from '@milepost/web/apollo/use-act.ts';
import { tusTransport } from '@milepost/web/files/upload.ts';
import { FileUpload } from '@milepost/web/ui/file-upload.tsx';
import { useMemo, useState } from 'react';
import { Dialog } from '@milepost/web/ui/dialog.tsx';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import type { ModuleContentInput } from '../../gql/schema-types.ts';
import { ContentForm } from './content-form.tsx';
import { type ContentItemPartsFragment, UpdateContentDocument } from './content.generated.ts';
import { ModuleFields } from './module-fields.tsx';

/** Changes a course or module; another file can take the place of a module's. */
export function EditContentDialog({ item, opened, onClose }: { item: ContentItemPartsFragment; opened: boolean; onClose(): void }) {
  const { t } = useTranslation(['content', 'ui']);
  return (
    <Dialog opened={opened} onClose={onClose} size="lg" title={t('edit.title', { name: item.name })}>
      <EditForm item={item} onClose={onClose} />
    </Dialog>
  );
}

function EditForm({ item, onClose }: { item: ContentItemPartsFragment; onClose(): void }) {
  const { t } = useTranslation('content');
  const act = useAct();
  const [content, setContent] = useState(contentOf(item));
  // What was read when the form was opened: a later version in the cache must not make an old edit look new.
  const [readVersion] = useState(item.rowVersion);
  return (
    <ContentForm
      first={{ name: item.name, description: item.description, durationMinutes: item.durationMinutes ?? null, language: item.language }}
      submitLabel={t('form.save')}
      submit={async ({ language: _, ...fields }, overVersion) => {
        const answer = await act(UpdateContentDocument, { id: item.id, rowVersion: overVersion ?? readVersion, ...fields, ...(content && { content }) });
        return answer.is === 'FAILED' ? answer : { is: 'ANSWERED', data: answer.data.updateLearningObject };
      }}
      onDone={onClose}
      onCancel={onClose}
    >
      {content && <ModuleFields value={content} onChange={setContent} />}
      {content && (content.kind === 'VIDEO' || content.kind === 'DOCUMENT') && <ReplaceFile kind={content.kind} name={item.file?.name} onFile={(fileId) => setContent({ ...content, fileId })} />}
    </ContentForm>
  );
}

function ReplaceFile({ kind, name, onFile }: { kind: 'VIDEO' | 'DOCUMENT'; name: string | undefined; onFile(fileId: string): void }) {
  const { t } = useTranslation('content');
  const transport = useMemo(() => tusTransport({ endpoint: '/files/uploads', metadata: { purpose: 'MODULE' } }), []);
  const rules = { maxBytes: 2_000_000_000, extensions: kind === 'DOCUMENT' ? ['.pdf'] : ['.mp4', '.webm'] };
  return (
    <div>
      <Text size="sm">{t('edit.file', { name: name ?? '–' })}</Text>
      <FileUpload label={t('edit.replace')} rules={rules} transport={transport} onDone={(_, fileId) => onFile(fileId)} />
    </div>
  );
}

function contentOf(item: ContentItemPartsFragment): ModuleContentInput | null {
  if (!item.contentKind) return null;
  return {
    kind: item.contentKind,
    article: item.article ?? null,
    url: item.url ?? null,
    fileId: item.file?.id ?? null,
    completionRule: item.completionRule ?? null,
    completionPercent: item.completionPercent ?? null,
  };
}
