import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { lengthOf, PLAN_LIMITS } from '@milepost/domain';
import { queryState } from '@milepost/web/apollo/list-state.ts';
import { problemsOf, type RefusalProblem, useAct } from '@milepost/web/apollo/use-act.ts';
import { type Language, languageNames } from '@milepost/web/i18n/languages.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { ErrorState, type Failure } from '@milepost/web/ui/error-state.tsx';
import { notify } from '@milepost/web/ui/notify.ts';
import { ListSkeleton } from '@milepost/web/ui/skeletons.tsx';
import { useState } from 'react';
import type { TermLanguage } from '../../gql/schema-types.ts';
import { type PlanTermsPartsFragment, SetPlanTermsDocument, usePlanTermsQuery } from './plan-terms.generated.ts';

const languageOf: Record<TermLanguage, Language> = { EN: 'en', ZH_CN: 'zh-CN' };
const ours: Record<TermLanguage, string> = { EN: 'Learning plan', ZH_CN: '学习计划' };

/** What learners read for "learning plan", in each language (L5–L8); administrators always read the product's own word. */
export function PlanTermsSettings({ mayEdit }: { mayEdit: boolean }) {
  const { t } = useTranslation('settings');
  const query = usePlanTermsQuery({ fetchPolicy: 'cache-and-network' });
  const state = queryState(query);
  const stored = query.data?.planTerms;
  if (state.is === 'failed') return <ErrorState failure={state.failure} onRetry={state.retry} order={2} />;
  if (!stored) return <ListSkeleton rows={2} />;
  return (
    <Stack maw="32rem">
      <Title order={2} size="h3">
        {t('term.title')}
      </Title>
      <Text size="sm">{t('term.text', { limit: PLAN_LIMITS.planTerm })}</Text>
      <TermsForm key={stored.rowVersion} stored={stored} mayEdit={mayEdit} onStale={() => void query.refetch().catch(() => {})} />
    </Stack>
  );
}

function TermsForm({ stored, mayEdit, onStale }: { stored: PlanTermsPartsFragment; mayEdit: boolean; onStale(): void }) {
  const { t } = useTranslation('settings');
  const act = useAct();
  const [terms, setTerms] = useState(() => stored.terms.map(({ language, term }) => ({ language, term: term ?? '' })));
  const [problems, setProblems] = useState<readonly RefusalProblem[]>([]);
  const [failure, setFailure] = useState<Failure>();
  const [working, setWorking] = useState(false);
  const save = async () => {
    setFailure(undefined);
    setProblems([]);
    setWorking(true);
    const answer = await act(SetPlanTermsDocument, { rowVersion: stored.rowVersion, terms });
    setWorking(false);
    if (answer.is === 'FAILED') return setFailure({ ...answer.failure, lost: 'INPUT' });
    const result = answer.data.setPlanTerms;
    if (result.__typename === 'PlanTerms') return notify({ tone: 'success', title: t('term.saved') });
    setProblems(problemsOf(result));
    if (result.__typename === 'StaleEdit') onStale();
  };
  const wordFor = (language: TermLanguage): string | undefined => problems.find(({ field }) => field === `terms.${languageOf[language]}`)?.message;
  const others = problems.filter(({ field }) => !field?.startsWith('terms.'));
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Stack>
        {terms.map(({ language, term }) => (
          <TextInput
            key={language}
            label={languageNames[languageOf[language]]}
            description={t('term.length', { count: lengthOf(term), limit: PLAN_LIMITS.planTerm })}
            placeholder={ours[language]}
            value={term}
            readOnly={!mayEdit}
            error={wordFor(language) ?? (lengthOf(term.trim()) > PLAN_LIMITS.planTerm && t('term.tooLong', { limit: PLAN_LIMITS.planTerm }))}
            onChange={(event) => {
              const next = event.currentTarget.value;
              setTerms(terms.map((each) => (each.language === language ? { language, term: next } : each)));
            }}
          />
        ))}
        {others.map(({ code, message }) => (
          <Text key={code} size="sm" role="alert" c="var(--mantine-color-error)">
            {message}
          </Text>
        ))}
        {failure && <ErrorState failure={failure} order={3} />}
        {mayEdit && (
          <Group>
            <Button type="submit" loading={working}>
              {t('term.save')}
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  );
}
