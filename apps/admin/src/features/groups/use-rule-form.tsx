import { Checkbox, Stack, Text, TextInput } from '@mantine/core';
import type { PreviewStart } from '@milepost/web/apollo/preview-start.ts';
import { problemsOf, type RefusalProblem, useAct } from '@milepost/web/apollo/use-act.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { type ReactNode, useState } from 'react';
import { PreviewGroupRuleDocument } from './groups.generated.ts';

/** The field that chooses an audience, as a page gives it. */
export type AudienceSlot = (field: { value: unknown; onChange(next: unknown): void; onEverybody(everybody: boolean): void }) => ReactNode;

/** The rule of a group that is there, or of a new one with its name: the form, whether it says enough, and the wish for a preview. */
export function useRuleForm(audienceField: AudienceSlot, group?: { readonly id: string; readonly rowVersion: number; readonly rule: unknown }) {
  const { t } = useTranslation('groups');
  const act = useAct();
  const [name, setName] = useState('');
  const [rule, setRule] = useState<unknown>(group?.rule ?? null);
  const [everybody, setEverybody] = useState<'NO' | 'ASKED' | 'MEANT'>('NO');
  const [problems, setProblems] = useState<readonly RefusalProblem[]>([]);
  const start = async (): Promise<PreviewStart> => {
    setProblems([]);
    const answer = await act(PreviewGroupRuleDocument, { rule, confirmEverybody: everybody === 'MEANT', ...(group ? { groupId: group.id, rowVersion: group.rowVersion } : { name }) });
    if (answer.is === 'FAILED') return { is: 'FAILED', failure: { ...answer.failure, lost: 'INPUT' } };
    const result = answer.data.previewGroupRule;
    if (result.__typename === 'Operation') return { is: 'STARTED', operationId: result.id };
    const found = problemsOf(result);
    if (found.some(({ code }) => code === 'EVERYBODY_NOT_CONFIRMED')) setEverybody('ASKED');
    setProblems(found);
    return { is: 'REFUSED' };
  };
  const elsewhere = problems.filter((problem) => problem.field !== 'name');
  const form = (
    <Stack gap="lg">
      {elsewhere.length > 0 && (
        <Text role="alert" c="var(--mantine-color-error)" size="sm">
          {elsewhere.map((problem) => problem.message).join(' ')}
        </Text>
      )}
      {!group && (
        <TextInput
          label={t('name')}
          required
          maxLength={100}
          value={name}
          error={problems.find((problem) => problem.field === 'name')?.message}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      )}
      {audienceField({ value: rule, onChange: setRule, onEverybody: (yes) => setEverybody(yes ? 'ASKED' : 'NO') })}
      {everybody !== 'NO' && (
        <Checkbox label={t('rule.everybody')} description={t('rule.everybodyText')} checked={everybody === 'MEANT'} onChange={(event) => setEverybody(event.currentTarget.checked ? 'MEANT' : 'ASKED')} />
      )}
    </Stack>
  );
  return { form, start, chosen: rule !== null && everybody !== 'ASKED' && (group !== undefined || name.trim() !== '') };
}
