import { Alert, Button, FileInput, List, Stack, Text } from '@mantine/core';
import { queryState } from '@milepost/web/apollo/list-state.ts';
import { problemsOf, type RefusalProblem, useAct } from '@milepost/web/apollo/use-act.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { DialogForm } from '@milepost/web/ui/dialog-form.tsx';
import { Dialog } from '@milepost/web/ui/dialog.tsx';
import { ErrorState, type Failure } from '@milepost/web/ui/error-state.tsx';
import { IconUpload } from '@milepost/web/ui/icons.ts';
import { ListSkeleton } from '@milepost/web/ui/skeletons.tsx';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { paths } from '../../paths.ts';
import { ImportPlanFileDocument, type PlanFileItemPartsFragment, type ReadPlanFileQuery, useReadPlanFileQuery } from './plan-copies.generated.ts';
import { PlanNameField } from './plan-name-field.tsx';

/** "Import a plan": a plan file becomes a draft, after it was said what of it is here (ambition 18). */
export function ImportPlanButton() {
  const { t } = useTranslation('plans');
  const [opened, setOpened] = useState(false);
  const close = () => setOpened(false);
  return (
    <>
      <Button variant="default" leftSection={<IconUpload size={18} aria-hidden />} onClick={() => setOpened(true)}>
        {t('file.import')}
      </Button>
      <Dialog opened={opened} onClose={close} title={t('file.import')} size="lg">
        <ChooseFile onClose={close} />
      </Dialog>
    </>
  );
}

/** Somewhat less than the API takes at once. */
const limit = 1_000_000;

type Chosen = { readonly is: 'READ'; readonly file: unknown } | { readonly is: 'UNREADABLE' | 'TOO_LARGE' };

function ChooseFile({ onClose }: { onClose(): void }) {
  const { t } = useTranslation('plans');
  const [chosen, setChosen] = useState<Chosen>();
  const choose = async (file: File | null) => setChosen(file ? await readJsonFile(file) : undefined);
  return (
    <Stack>
      <FileInput
        label={t('file.choose')}
        description={t('file.chooseText')}
        placeholder={t('file.placeholder')}
        accept=".json,application/json"
        clearable
        clearButtonProps={{ 'aria-label': t('file.clear') }}
        error={chosen && chosen.is !== 'READ' && t(`file.${chosen.is}`)}
        onChange={(file) => void choose(file)}
      />
      {chosen?.is === 'READ' && <PlanFileStage file={chosen.file} onClose={onClose} />}
    </Stack>
  );
}

async function readJsonFile(file: File): Promise<Chosen> {
  try {
    const json: unknown = JSON.parse(await file.text());
    return new TextEncoder().encode(JSON.stringify(json)).length > limit ? { is: 'TOO_LARGE' } : { is: 'READ', file: json };
  } catch {
    return { is: 'UNREADABLE' };
  }
}

/** What a chosen file means: its problems, or what it would become. */
function PlanFileStage({ file, onClose }: { file: unknown; onClose(): void }) {
  const query = useReadPlanFileQuery({ variables: { file }, fetchPolicy: 'no-cache' });
  const state = queryState(query);
  if (state.is === 'loading') return <ListSkeleton rows={3} />;
  if (state.is === 'failed') return <ErrorState failure={state.failure} onRetry={state.retry} order={3} />;
  const reading = query.data!.readPlanFile;
  if (reading.__typename !== 'PlanFileReading') return <PlanFileProblems problems={problemsOf(reading)} />;
  return <ImportForm file={file} reading={reading} onClose={onClose} />;
}

function PlanFileProblems({ problems }: { problems: readonly RefusalProblem[] }) {
  const { t } = useTranslation('plans');
  return (
    <Alert color="red" role="alert" title={t('file.problems', { count: problems.length })}>
      <List size="sm">
        {problems.map(({ field, message }) => (
          <List.Item key={`${field}:${message}`}>
            {field && field !== 'file' && <code>{field.replace(/^file\./, '')}</code>} {message}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}

type Reading = Extract<ReadPlanFileQuery['readPlanFile'], { readonly __typename: 'PlanFileReading' }>;

function ImportForm({ file, reading, onClose }: { file: unknown; reading: Reading; onClose(): void }) {
  const { t } = useTranslation('plans');
  const navigate = useNavigate();
  const act = useAct();
  const [name, setName] = useState(reading.name);
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- the same wish again is the same act
  const clientMutationId = useMemo(() => crypto.randomUUID(), [name, file]);
  const [problem, setProblem] = useState<string>();
  const [failure, setFailure] = useState<Failure>();
  const missing = reading.othersThanById.filter(({ match }) => match !== 'BY_NAME');
  const byName = reading.othersThanById.filter(({ match }) => match === 'BY_NAME');
  const submit = async () => {
    setFailure(undefined);
    const answer = await act(ImportPlanFileDocument, { file, name, leaveOut: missing.length > 0, clientMutationId });
    if (answer.is === 'FAILED') return setFailure({ ...answer.failure, lost: 'INPUT' });
    const result = answer.data.importPlanFile;
    if (result.__typename !== 'LearningPlan') return setProblem(problemsOf(result)[0]?.message);
    await navigate(paths.planEditor.to({ planId: result.id }));
  };
  return (
    <DialogForm submitLabel={missing.length > 0 ? t('file.submitWithout', { count: missing.length }) : t('file.submit')} onSubmit={submit} onCancel={onClose}>
      <Text size="sm">
        {t(`preset.${reading.preset}.name`)} · {t('file.milestones', { count: reading.milestones })} · {t('file.items', { count: reading.items })}
      </Text>
      <PlanNameField
        label={t('field.name')}
        value={name}
        problem={problem}
        onChange={(next) => {
          setName(next);
          setProblem(undefined);
        }}
      />
      {reading.coverIsMissing && <Alert color="yellow">{t('file.coverMissing')}</Alert>}
      <ItemList tone="yellow" title={t('file.missing', { count: missing.length })} items={missing} />
      <ItemList tone="gray" title={t('file.byName', { count: byName.length })} items={byName} />
      {failure && <ErrorState failure={failure} order={3} />}
    </DialogForm>
  );
}

function ItemList({ tone, title, items }: { tone: 'yellow' | 'gray'; title: string; items: readonly PlanFileItemPartsFragment[] }) {
  const { t } = useTranslation('plans');
  if (items.length === 0) return null;
  return (
    <Alert color={tone} title={title}>
      <List size="sm" mah={200} style={{ overflowY: 'auto' }}>
        {items.map((item) => (
          <List.Item key={`${item.milestoneKey}:${item.kind}:${item.name}`}>
            {t('file.item', { kind: t(`kind.${item.kind}`), name: item.name, milestone: item.milestoneName })}
            {item.match === 'AMBIGUOUS' && ` ${t('file.ambiguous')}`}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
