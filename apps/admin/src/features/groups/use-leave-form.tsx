import { Stack, Text } from '@mantine/core';
import type { PreviewStart } from '@milepost/web/apollo/preview-start.ts';
import { problemsOf, type RefusalProblem, useAct } from '@milepost/web/apollo/use-act.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { useState } from 'react';
import { PreviewLeaveGroupDocument } from './groups.generated.ts';

/** Whom many are taken out of a static group: those ticked, or everybody. */
export interface Leaving {
  readonly group: { readonly id: string; readonly name: string };
  readonly personIds: readonly string[] | null;
  readonly count: number;
}

/** What taking many out of a group says beforehand, and the wish for its preview. */
export function useLeaveForm({ group, personIds, count }: Leaving) {
  const { t } = useTranslation('groups');
  const act = useAct();
  const [problems, setProblems] = useState<readonly RefusalProblem[]>([]);
  const start = async (): Promise<PreviewStart> => {
    setProblems([]);
    const answer = await act(PreviewLeaveGroupDocument, { groupId: group.id, personIds: personIds ? [...personIds] : null });
    if (answer.is === 'FAILED') return { is: 'FAILED', failure: { ...answer.failure, lost: 'INPUT' } };
    const result = answer.data.previewLeaveGroup;
    if (result.__typename === 'Operation') return { is: 'STARTED', operationId: result.id };
    setProblems(problemsOf(result));
    return { is: 'REFUSED' };
  };
  const form = (
    <Stack>
      <Text size="sm">{personIds ? t('leave.text', { count }) : t('leave.everybody')}</Text>
      <Text size="sm">{t('leave.consequence')}</Text>
      {problems.length > 0 && (
        <Text size="sm" role="alert" c="var(--mantine-color-error)">
          {problems.map((each) => each.message).join(' ')}
        </Text>
      )}
    </Stack>
  );
  return { form, start, chosen: true };
}
