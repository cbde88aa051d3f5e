import { Checkbox, Stack, Text, TextInput } from '@mantine/core';
import type { PreviewStart } from '@milepost/web/apollo/preview-start.ts';
import { problemsOf, type RefusalProblem, useAct } from '@milepost/web/apollo/use-act.ts';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { useState } from 'react';
import type { TrainingProgressFilterInput, TrainingRecordInput, TrainingType } from '../../gql/schema-types.ts';
import { PreviewRevokeCompletionsDocument } from './completion-acts.generated.ts';

/** Which records: those ticked, or all that the list's filters let through (X10). */
export interface ChosenRecords {
  readonly type: TrainingType;
  readonly records: readonly TrainingRecordInput[] | null;
  readonly filter: TrainingProgressFilterInput | null;
  readonly count: number;
}

/** Why completions are taken back, and what becomes of what rests on them (U29–U33); and the wish for the preview. */
export function useRevokeCompletions({ type, records, filter, count }: ChosenRecords) {
  const { t } = useTranslation('completions');
  const format = useFormat();
  const act = useAct();
  const [reason, setReason] = useState('');
  const [withParents, setWithParents] = useState(false);
  const [problems, setProblems] = useState<readonly RefusalProblem[]>([]);
  const elsewhere = problems.filter(({ field }) => field !== 'reason');

  const start = async (): Promise<PreviewStart> => {
    setProblems([]);
    const answer = await act(PreviewRevokeCompletionsDocument, { type, records: records && [...records], filter, reason, cascade: withParents ? 'PARENTS' : 'NONE' });
    if (answer.is === 'FAILED') return { is: 'FAILED', failure: { ...answer.failure, lost: 'INPUT' } };
    const result = answer.data.previewRevokeCompletions;
    if (result.__typename === 'Operation') return { is: 'STARTED', operationId: result.id };
    setProblems(problemsOf(result));
    return { is: 'REFUSED' };
  };
  const form = (
    <Stack gap="lg">
      {elsewhere.length > 0 && (
        <Text role="alert" c="var(--mantine-color-error)" size="sm">
          {elsewhere.map((problem) => problem.message).join(' ')}
        </Text>
      )}
      <Text size="sm">{t('revoke.text', { count, number: format.number(count) })}</Text>
      {filter && <Text size="sm">{t('revoke.all')}</Text>}
      <TextInput
        label={t('revoke.reason')}
        description={t('revoke.reasonText')}
        required
        maxLength={500}
        value={reason}
        error={problems.find(({ field }) => field === 'reason')?.message}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Checkbox label={t('revoke.parents')} description={t('revoke.parentsText')} checked={withParents} onChange={(event) => setWithParents(event.currentTarget.checked)} />
    </Stack>
  );
  return { form, start, chosen: reason.trim() !== '' };
}
