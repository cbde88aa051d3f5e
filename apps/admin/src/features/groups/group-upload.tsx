import { Stack, Text } from '@mantine/core';
import { problemsOf, useAct } from '@milepost/web/apollo/use-act.ts';
import { importRules, importTransport } from '@milepost/web/files/import-files.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { FileUpload } from '@milepost/web/ui/file-upload.tsx';
import { type ListedBy, ListIdentifierField } from '@milepost/web/ui/list-identifier-field.tsx';
import { usePageUploads } from '@milepost/web/ui/use-uploads.ts';
import { useState } from 'react';
import { PreviewGroupImportDocument } from './groups.generated.ts';

/** The list of an import into a group: by what it names people, uploaded, then analysed. Nobody joins by it (D26, X5). */
export function GroupUpload({ groupId, onStarted }: { groupId: string; onStarted(operationId: string): void }) {
  const { t } = useTranslation(['groups', 'ui']);
  const act = useAct();
  const [by, setBy] = useState<ListedBy>('EMPLOYEE_NUMBER');
  const [problem, setProblem] = useState<string>();
  const analyse = async (fileId: string) => {
    setProblem(undefined);
    const answer = await act(PreviewGroupImportDocument, { groupId, fileId, by });
    if (answer.is === 'FAILED') return setProblem(t('ui:error.networkText'));
    const result = answer.data.previewGroupImport;
    if (result.__typename === 'Operation') return onStarted(result.id);
    setProblem(problemsOf(result).map((each) => each.message).join(' '));
  };
  const uploads = usePageUploads(importTransport, (_, fileId) => void analyse(fileId));
  return (
    <Stack maw={640}>
      <Text size="sm" c="dimmed">
        {t('import.text')}
      </Text>
      <ListIdentifierField value={by} onChange={setBy} />
      <FileUpload label={t('import.upload')} rules={importRules} uploads={uploads} />
      {problem && (
        <Text role="alert" c="var(--mantine-color-error)" size="sm">
          {problem}
        </Text>
      )}
    </Stack>
  );
}
