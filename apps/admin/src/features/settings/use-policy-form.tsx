import { Radio, Stack, Text } from '@mantine/core';
import type { PreviewStart } from '@milepost/web/apollo/preview-start.ts';
import { problemsOf, type RefusalProblem, useAct } from '@milepost/web/apollo/use-act.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { useState } from 'react';
import type { GroupConflictPolicy } from '../../gql/schema-types.ts';
import { PreviewConflictPolicyDocument } from './conflict-policy.generated.ts';

export const policies = ['FIRST_WINS', 'MOST_LENIENT', 'STRICTEST', 'LATEST_ASSIGNMENT'] as const satisfies readonly GroupConflictPolicy[];

/** The choice of another rule for several groups: the form, whether it says enough, and the wish for a preview. */
export function usePolicyForm(current: GroupConflictPolicy) {
  const { t } = useTranslation('settings');
  const act = useAct();
  const [chosen, setChosen] = useState<GroupConflictPolicy>();
  const [problems, setProblems] = useState<readonly RefusalProblem[]>([]);
  const start = async (): Promise<PreviewStart> => {
    setProblems([]);
    const answer = await act(PreviewConflictPolicyDocument, { groupConflict: chosen ?? current });
    if (answer.is === 'FAILED') return { is: 'FAILED', failure: { ...answer.failure, lost: 'INPUT' } };
    const result = answer.data.previewConflictPolicy;
    if (result.__typename === 'Operation') return { is: 'STARTED', operationId: result.id };
    setProblems(problemsOf(result));
    return { is: 'REFUSED' };
  };
  const form = (
    <Stack>
      <Text size="sm">{t('policy.choose')}</Text>
      <Radio.Group
        label={t('policy.rule')}
        value={chosen ?? ''}
        error={problems.map((each) => each.message).join(' ') || undefined}
        onChange={(next) => setChosen(next as GroupConflictPolicy)}
      >
        <Stack gap="sm" mt="xs">
          {policies
            .filter((each) => each !== current)
            .map((each) => (
              <Radio key={each} value={each} label={t(`policy.${each}.name`)} description={t(`policy.${each}.text`)} />
            ))}
        </Stack>
      </Radio.Group>
    </Stack>
  );
  return { form, start, chosen: chosen !== undefined };
}
