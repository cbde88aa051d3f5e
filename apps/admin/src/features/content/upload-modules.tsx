import { Button, Text } from '@mantine/core';
import { problemsOf, useAct } from '@milepost/web/apollo/use-act.ts';
import { useViewer } from '@milepost/web/session/session-context.tsx';
import { FileUpload } from '@milepost/web/ui/file-upload.tsx';
import { notify } from '@milepost/web/ui/notify.ts';
import { isOnItsWay, type Uploads } from '@milepost/web/ui/uploads.ts';
import { useUploadEntries } from '@milepost/web/ui/use-uploads.ts';
import { useEffect, useRef } from 'react';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import type { ContentKind } from '../../gql/schema-types.ts';
import { CreateModuleDocument } from './content.generated.ts';
import { uploadsInto } from './course-uploads.ts';

const rules = { maxBytes: 2_000_000_000, extensions: ['.pdf', '.mp4', '.webm'] };

/** The uploads into a course, each of which becomes a module when it has arrived, whatever page is shown by then. */
export function useModuleUploads({ courseId, language, onAdded }: { courseId: string; language: string; onAdded(): void }): Uploads {
  const { t } = useTranslation('content');
  const act = useAct();
  const { personId } = useViewer();
  const uploads = uploadsInto(courseId, personId);
  // One after the other, so that the modules stand in the order in which their files arrived.
  const last = useRef(Promise.resolve());
  const create = async (file: File, fileId: string) => {
    const name = file.name.replace(/\.[^.]+$/, '');
    const kind: ContentKind = /\.pdf$/i.test(file.name) ? 'DOCUMENT' : 'VIDEO';
    const answer = await act(CreateModuleDocument, { courseId, language, name, content: { kind, fileId }, clientMutationId: `module of ${fileId}` });
    const problem = answer.is === 'FAILED' ? t('add.unsure', { name }) : problemsOf(answer.data.createModule)[0]?.message;
    if (problem) return notify({ tone: 'danger', title: t('add.refused', { name }), text: problem });
    onAdded();
  };
  useEffect(() =>
    uploads.onDone((file, fileId) => {
      last.current = last.current.then(() => create(file, fileId));
    }),
  );
  return uploads;
}

/** Chooses files for a course. Closed, the uploads go on below its modules. */
export function UploadModules({ uploads, onClose }: { uploads: Uploads; onClose(): void }) {
  const { t } = useTranslation(['content', 'ui']);
  const goingOn = useUploadEntries(uploads).some(isOnItsWay);
  return (
    <>
      <Text size="sm" c="dimmed" mb="sm">
        {t('add.filesText')}
      </Text>
      <FileUpload label={t('add.title.FILES')} rules={rules} uploads={uploads} multiple />
      <Button mt="md" onClick={onClose}>
        {goingOn ? t('add.goOn') : t('ui:action.done')}
      </Button>
    </>
  );
}
