import { Stack, Text, TextInput } from '@mantine/core';
import { skipToken } from '@apollo/client/react';
import { problemsOf, useAct } from '@milepost/web/apollo/use-act.ts';
import { importRules, importTransport } from '@milepost/web/files/import-files.ts';
import { calendarDateIn } from '@milepost/web/i18n/calendar-date.ts';
import { useReaderZone } from '@milepost/web/i18n/reader-zone.tsx';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { type DueRule, DueRuleFields, isWholeDueRule } from '@milepost/web/ui/due-rule-fields.tsx';
import { FileUpload } from '@milepost/web/ui/file-upload.tsx';
import { type ListedBy, ListIdentifierField } from '@milepost/web/ui/list-identifier-field.tsx';
import { usePageUploads } from '@milepost/web/ui/use-uploads.ts';
import { useState } from 'react';
import { PreviewAssignmentImportDocument, useAssignablePlanQuery } from './assignments.generated.ts';
import { PlanField } from './plan-field.tsx';
import { TellField } from './tell-field.tsx';

/** What is given to the people of a list, by when, and the list itself: uploaded, then analysed. Nobody gets anything by it (D25, D26, X5). */
export function AssignmentUpload({ planId, onStarted }: { planId?: string; onStarted(operationId: string): void }) {
  const { t } = useTranslation(['assignments', 'ui']);
  const act = useAct();
  const zone = useReaderZone();
  const [chosen, setChosen] = useState<string | null>(null);
  const [by, setBy] = useState<ListedBy>('EMPLOYEE_NUMBER');
  const [due, setDue] = useState<DueRule>({ kind: 'NONE' });
  const [tells, setTells] = useState(true);
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<string>();
  const known = useAssignablePlanQuery(planId ? { variables: { id: planId } } : skipToken);
  const plan = known.data?.learningPlan;
  const given = planId && (plan || known.loading) ? planId : chosen;

  const analyse = async (fileId: string) => {
    setProblem(undefined);
    const answer = await act(PreviewAssignmentImportDocument, { fileId, by, planId: given ?? '', name: name || null, dueRule: due.kind === 'NONE' ? null : due, notify: tells });
    if (answer.is === 'FAILED') return setProblem(t('ui:error.networkText'));
    const result = answer.data.previewAssignmentImport;
    if (result.__typename === 'Operation') return onStarted(result.id);
    setProblem(problemsOf(result).map((each) => each.message).join(' '));
  };
  const uploads = usePageUploads(importTransport, (_, fileId) => void analyse(fileId));
  const ready = given !== null && isWholeDueRule(due);
  return (
    <Stack gap="lg" maw={640}>
      {given === planId && planId ? <Text fw={600}>{plan?.name ?? '…'}</Text> : <PlanField value={chosen} onChange={setChosen} />}
      <DueRuleFields
        label={t('form.due')}
        noneLabel={t('form.dueAsPlan')}
        anchors={['ASSIGNED', 'ENROLLED', 'HIRE_DATE', 'FIRST_SIGN_IN']}
        min={calendarDateIn(zone, new Date())}
        value={due}
        onChange={setDue}
      />
      <TellField value={tells} onChange={setTells} />
      <TextInput label={t('form.name')} description={t('form.nameText')} maxLength={200} value={name} onChange={(event) => setName(event.currentTarget.value)} />
      <ListIdentifierField value={by} onChange={setBy} />
      {ready ? <FileUpload label={t('import.upload')} rules={importRules} uploads={uploads} /> : <Text size="sm" c="dimmed">{t('import.first')}</Text>}
      {problem && (
        <Text role="alert" c="var(--mantine-color-error)" size="sm">
          {problem}
        </Text>
      )}
    </Stack>
  );
}
