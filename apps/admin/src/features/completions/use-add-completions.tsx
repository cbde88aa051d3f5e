import { Checkbox, Select, Stack, Text, TextInput } from '@mantine/core';
import type { PreviewStart } from '@milepost/web/apollo/preview-start.ts';
import { problemsOf, type RefusalProblem, useAct } from '@milepost/web/apollo/use-act.ts';
import { tusTransport } from '@milepost/web/files/upload.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { FileUpload } from '@milepost/web/ui/file-upload.tsx';
import { usePageUploads } from '@milepost/web/ui/use-uploads.ts';
import { useState } from 'react';
import type { TrainingType } from '../../gql/schema-types.ts';
import { PreviewAddCompletionsDocument } from './completion-acts.generated.ts';
import { ItemField, PartnerField, PeopleField } from './completion-fields.tsx';

const types = ['MODULE', 'COURSE', 'ACTIVITY', 'CERTIFICATION', 'PLAN'] as const satisfies readonly TrainingType[];
const evidenceTransport = tusTransport({ endpoint: '/files/uploads', metadata: { purpose: 'EVIDENCE' } });
const evidenceRules = { maxBytes: 10_000_000, extensions: ['.pdf', '.png', '.jpg', '.jpeg', '.webp'] };
const ownFields = ['itemId', 'personIds', 'completedOn', 'reason'];

/** What is told of completions that somebody records (U10): type, training, partner, people, day, reason and evidence; and the wish for its preview. */
export function useAddCompletions(initialType: TrainingType) {
  const { t } = useTranslation('completions');
  const act = useAct();
  const [type, setType] = useState<TrainingType>(initialType);
  const [itemId, setItemId] = useState<string | null>(null);
  const [partnerId, setPartnerId] = useState<string | null>(null);
  const [personIds, setPersonIds] = useState<readonly string[]>([]);
  const [completedOn, setCompletedOn] = useState('');
  const [reason, setReason] = useState('');
  const [again, setAgain] = useState(false);
  const [evidence, setEvidence] = useState<{ readonly id: string; readonly name: string }>();
  const [problems, setProblems] = useState<readonly RefusalProblem[]>([]);
  const uploads = usePageUploads(evidenceTransport, (file, id) => setEvidence({ id, name: file.name }));
  const at = (field: string) => problems.find((problem) => problem.field === field)?.message;
  const elsewhere = problems.filter(({ field }) => !ownFields.includes(field ?? ''));

  const start = async (): Promise<PreviewStart> => {
    setProblems([]);
    const answer = await act(PreviewAddCompletionsDocument, { type, itemId: itemId!, personIds: [...personIds], completedOn, reason, again, evidenceFileId: evidence?.id ?? null });
    if (answer.is === 'FAILED') return { is: 'FAILED', failure: { ...answer.failure, lost: 'INPUT' } };
    const result = answer.data.previewAddCompletions;
    if (result.__typename === 'Operation') return { is: 'STARTED', operationId: result.id };
    setProblems(problemsOf(result));
    return { is: 'REFUSED' };
  };
  const form = (
    <Stack gap="md">
      {elsewhere.length > 0 && (
        <Text role="alert" c="var(--mantine-color-error)" size="sm">
          {elsewhere.map((problem) => problem.message).join(' ')}
        </Text>
      )}
      <Select
        label={t('add.type')}
        allowDeselect={false}
        data={types.map((value) => ({ value, label: t(`add.types.${value}`) }))}
        value={type}
        onChange={(next) => {
          setType(next ?? type);
          setItemId(null);
        }}
      />
      <ItemField key={type} type={type} value={itemId} error={at('itemId')} onChange={setItemId} />
      <PartnerField value={partnerId} onChange={setPartnerId} />
      <PeopleField partnerAccountId={partnerId} value={personIds} error={at('personIds')} onChange={setPersonIds} />
      <TextInput type="date" label={t('add.day')} description={t('add.dayText')} required value={completedOn} error={at('completedOn')} onChange={(event) => setCompletedOn(event.currentTarget.value)} />
      <TextInput label={t('add.reason')} description={t('add.reasonText')} maxLength={500} value={reason} error={at('reason')} onChange={(event) => setReason(event.currentTarget.value)} />
      <div>
        <Text size="sm" fw={500} mb={4}>
          {t('add.evidence')}
        </Text>
        <FileUpload label={t('add.evidence')} rules={evidenceRules} uploads={uploads} />
        {evidence && <Text size="sm">{t('add.evidenceKept', { name: evidence.name })}</Text>}
      </div>
      <Checkbox label={t('add.again')} checked={again} onChange={(event) => setAgain(event.currentTarget.checked)} />
    </Stack>
  );
  return { form, start, chosen: itemId !== null && personIds.length > 0 && completedOn !== '' };
}
