import { Checkbox, Stack, Text } from '@mantine/core';
import { problemsOf, useAct } from '@milepost/web/apollo/use-act.ts';
import { importRules, importTransport } from '@milepost/web/files/import-files.ts';
import { FileUpload } from '@milepost/web/ui/file-upload.tsx';
import { usePageUploads } from '@milepost/web/ui/use-uploads.ts';
import { useState } from 'react';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { PreviewPeopleImportDocument } from './people.generated.ts';

/** The file of an import: uploaded, then analysed. Nothing is changed by it. */
export function ImportUpload({ onStarted }: { onStarted(operationId: string): void }) {
  const { t } = useTranslation(['people', 'ui']);
  const act = useAct();
  const [problem, setProblem] = useState<string>();
  const [complete, setComplete] = useState(false);
  const analyse = async (fileId: string) => {
    setProblem(undefined);
    const answer = await act(PreviewPeopleImportDocument, { fileId, complete });
    if (answer.is === 'FAILED') return setProblem(t('ui:error.networkText'));
    const result = answer.data.previewPeopleImport;
    if (result.__typename === 'Operation') return onStarted(result.id);
    setProblem(problemsOf(result).map((each) => each.message).join(' '));
  };
  const uploads = usePageUploads(importTransport, (_, fileId) => void analyse(fileId));
  return (
    <Stack>
      <Text size="sm" c="dimmed">
        {t('import.columns')}
      </Text>
      <Checkbox label={t('import.complete')} description={t('import.completeText')} checked={complete} onChange={(event) => setComplete(event.currentTarget.checked)} />
      <FileUpload label={t('import.upload')} rules={importRules} uploads={uploads} />
      {problem && (
        <Text role="alert" c="var(--mantine-color-error)" size="sm">
          {problem}
        </Text>
      )}
    </Stack>
  );
}
