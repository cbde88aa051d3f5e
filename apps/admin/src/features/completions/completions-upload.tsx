import { Checkbox, Stack, Text } from '@mantine/core';
import { problemsOf, useAct } from '@milepost/web/apollo/use-act.ts';
import { importRules, importTransport } from '@milepost/web/files/import-files.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { FileUpload } from '@milepost/web/ui/file-upload.tsx';
import { type ListedBy, ListIdentifierField } from '@milepost/web/ui/list-identifier-field.tsx';
import { usePageUploads } from '@milepost/web/ui/use-uploads.ts';
import { useState } from 'react';
import { PreviewCompletionsImportDocument } from './completions-import.generated.ts';

/** The file of completions, and how it is to be read: uploaded, then analysed. Nothing is recorded by it (U14–U21, X5). */
export function CompletionsUpload({ onStarted }: { onStarted(operationId: string): void }) {
  const { t } = useTranslation(['completions', 'ui']);
  const act = useAct();
  const [by, setBy] = useState<ListedBy>('EMAIL');
  const [again, setAgain] = useState(false);
  const [problem, setProblem] = useState<string>();
  const analyse = async (fileId: string) => {
    setProblem(undefined);
    const answer = await act(PreviewCompletionsImportDocument, { fileId, by, again });
    if (answer.is === 'FAILED') return setProblem(t('ui:error.networkText'));
    const result = answer.data.previewCompletionsImport;
    if (result.__typename === 'Operation') return onStarted(result.id);
    setProblem(problemsOf(result).map((each) => each.message).join(' '));
  };
  const uploads = usePageUploads(importTransport, (_, fileId) => void analyse(fileId));
  return (
    <Stack gap="lg" maw={640}>
      <Text size="sm" c="dimmed">
        {t('import.columns')}
      </Text>
      <ListIdentifierField value={by} onChange={setBy} templates={{ path: '/files/templates/completions', text: t('import.templateText') }} />
      <Checkbox label={t('import.further')} description={t('import.furtherText')} checked={again} onChange={(event) => setAgain(event.currentTarget.checked)} />
      <FileUpload label={t('import.upload')} rules={importRules} uploads={uploads} />
      {problem && (
        <Text role="alert" c="var(--mantine-color-error)" size="sm">
          {problem}
        </Text>
      )}
    </Stack>
  );
}
