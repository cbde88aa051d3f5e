import { Select, Stack, Text } from '@mantine/core';
import type { PreviewStart } from '@milepost/web/apollo/preview-start.ts';
import { problemsOf, type RefusalProblem, useAct } from '@milepost/web/apollo/use-act.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { useState } from 'react';
import type { DirectoryPlace } from '../../gql/schema-types.ts';
import { PreviewMergeDocument } from './structure.generated.ts';

/** What is merged away, and what it may be merged into. */
export interface Merge {
  readonly place: DirectoryPlace;
  readonly from: { readonly id: string; readonly name: string };
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

/** What is merged into what: the form, whether it says enough, and the wish for a preview. */
export function useMergeForm({ place, from, choices }: Merge) {
  const { t } = useTranslation('directory');
  const act = useAct();
  const [intoId, setIntoId] = useState<string | null>(null);
  const [problems, setProblems] = useState<readonly RefusalProblem[]>([]);
  const start = async (): Promise<PreviewStart> => {
    setProblems([]);
    const answer = await act(PreviewMergeDocument, { place, fromId: from.id, intoId: intoId ?? '' });
    if (answer.is === 'FAILED') return { is: 'FAILED', failure: { ...answer.failure, lost: 'INPUT' } };
    const result = answer.data.previewMerge;
    if (result.__typename === 'Operation') return { is: 'STARTED', operationId: result.id };
    setProblems(problemsOf(result));
    return { is: 'REFUSED' };
  };
  const form = (
    <Stack>
      <Text size="sm">{place === 'DEPARTMENT' ? t('mergeFlow.text') : t('mergeFlow.textNamed')}</Text>
      <Select
        label={t('mergeFlow.into')}
        searchable
        nothingFoundMessage={t('department.nothing')}
        data={[...choices]}
        value={intoId}
        error={problems.map((each) => each.message).join(' ') || undefined}
        onChange={(next) => {
          setIntoId(next);
          setProblems([]);
        }}
      />
    </Stack>
  );
  return { form, start, chosen: intoId !== null };
}
