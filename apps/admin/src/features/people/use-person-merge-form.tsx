import { Stack, Text } from '@mantine/core';
import type { PreviewStart } from '@milepost/web/apollo/preview-start.ts';
import { problemsOf, type RefusalProblem, useAct } from '@milepost/web/apollo/use-act.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { useState } from 'react';
import { PersonField } from './person-field.tsx';
import { PreviewPersonMergeDocument } from './person-merge.generated.ts';

/** Into which record of the same person one is merged: the form, whether it says enough, and the wish for a preview. */
export function usePersonMergeForm(from: { readonly id: string; readonly displayName: string }) {
  const { t } = useTranslation('people');
  const act = useAct();
  const [intoId, setIntoId] = useState<string | null>(null);
  const [problems, setProblems] = useState<readonly RefusalProblem[]>([]);
  const start = async (): Promise<PreviewStart> => {
    setProblems([]);
    const answer = await act(PreviewPersonMergeDocument, { fromId: from.id, intoId: intoId ?? '' });
    if (answer.is === 'FAILED') return { is: 'FAILED', failure: { ...answer.failure, lost: 'INPUT' } };
    const result = answer.data.previewPersonMerge;
    if (result.__typename === 'Operation') return { is: 'STARTED', operationId: result.id };
    setProblems(problemsOf(result));
    return { is: 'REFUSED' };
  };
  const form = (
    <Stack>
      <Text size="sm">{t('merge.text', { name: from.displayName })}</Text>
      <PersonField
        label={t('merge.into')}
        placeholder={t('list.search')}
        value={intoId}
        error={problems.map((each) => each.message).join(' ') || undefined}
        onChange={(next) => {
          setIntoId(next);
          setProblems([]);
        }}
      />
      <Text size="sm" c="dimmed">
        {t('merge.undo')}
      </Text>
    </Stack>
  );
  return { form, start, chosen: intoId !== null && intoId !== from.id };
}
