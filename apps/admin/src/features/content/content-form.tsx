import { Alert, Button, Group, NumberInput, Select, Stack, TextInput } from '@mantine/core';
import type { Answer, RefusalProblem } from '@milepost/web/apollo/use-act.ts';
import { languageNames, languages } from '@milepost/web/i18n/languages.ts';
import { DialogForm } from '@milepost/web/ui/dialog-form.tsx';
import { ErrorState, type Failure } from '@milepost/web/ui/error-state.tsx';
import { MarkdownEditor } from '@milepost/web/ui/markdown-editor.tsx';
import { type ReactNode, useState } from 'react';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';

/** What every piece of content has, as the form holds it. */
export interface ContentFields {
  readonly name: string;
  readonly description: string;
  readonly durationMinutes: number | null;
  readonly language: string;
}

type Result = { readonly __typename: 'LearningObject'; readonly id: string } | { readonly __typename: string; readonly problems: readonly RefusalProblem[]; readonly currentRowVersion?: number };

interface ContentFormProps {
  first: ContentFields;
  /** The language can be chosen only when the content is made. */
  withLanguage?: boolean;
  submitLabel: string;
  /** Whether it can be sent now. */
  ready?: boolean;
  /** `overVersion` is given when the reader wants to save over what somebody else saved meanwhile. */
  submit(fields: ContentFields, overVersion?: number): Promise<Answer<Result>>;
  /** Fields of its kind, above the description. */
  children?: ReactNode;
  problemsOfKind?: (problems: readonly RefusalProblem[]) => void;
  onDone(id: string): void;
  onCancel(): void;
}

/** Name, description and duration of a course or module; what is refused stands at its field, and what was typed stays. */
export function ContentForm({ first, withLanguage = false, submitLabel, ready = true, submit, children, problemsOfKind, onDone, onCancel }: ContentFormProps) {
  const { t } = useTranslation(['content', 'ui']);
  const [fields, setFields] = useState(first);
  const [problems, setProblems] = useState<readonly RefusalProblem[]>([]);
  const [failure, setFailure] = useState<Failure>();
  const [stale, setStale] = useState<number>();
  const at = (field: string) => problems.find((problem) => problem.field === field)?.message;
  const elsewhere = problems.filter((problem) => !['name', 'description', 'durationMinutes'].includes(problem.field ?? ''));

  const save = async (overVersion?: number) => {
    if (fields.name.trim() === '') return setProblems([{ code: 'NAME_MISSING', message: t('form.nameMissing'), field: 'name' }]);
    setFailure(undefined);
    setStale(undefined);
    setProblems([]);
    const answer = await submit(fields, overVersion);
    if (answer.is === 'FAILED') return setFailure({ ...answer.failure, lost: 'INPUT' });
    const result = answer.data;
    if ('id' in result) return onDone(result.id);
    if (result.__typename === 'StaleEdit') return setStale(result.currentRowVersion);
    setProblems(result.problems);
    problemsOfKind?.(result.problems);
  };

  return (
    <DialogForm submitLabel={submitLabel} ready={ready} onSubmit={save} onCancel={onCancel}>
      {stale !== undefined && (
        <Alert color="yellow" role="alert" title={t('stale.title')}>
          <Stack gap="xs" align="flex-start">
            {t('stale.text')}
            <Button size="compact-md" onClick={() => void save(stale)}>
              {t('stale.overwrite')}
            </Button>
          </Stack>
        </Alert>
      )}
      {elsewhere.length > 0 && (
        <Alert color="red" role="alert">
          {elsewhere.map((problem) => problem.message).join(' ')}
        </Alert>
      )}
      <TextInput
        label={t('form.name')}
        required
        data-autofocus
        maxLength={200}
        value={fields.name}
        error={at('name')}
        onChange={(event) => setFields({ ...fields, name: event.currentTarget.value })}
      />
      {children}
      <Group align="flex-start">
        <NumberInput
          label={t('form.duration')}
          min={1}
          max={100_000}
          allowDecimal={false}
          value={fields.durationMinutes ?? ''}
          error={at('durationMinutes')}
          onChange={(value) => setFields({ ...fields, durationMinutes: typeof value === 'number' ? value : null })}
        />
        {withLanguage && (
          <Select
            label={t('form.language')}
            allowDeselect={false}
            data={languages.map((value) => ({ value, label: languageNames[value] }))}
            value={fields.language}
            onChange={(language) => setFields({ ...fields, language: language ?? fields.language })}
          />
        )}
      </Group>
      <MarkdownEditor label={t('form.description')} value={fields.description} error={at('description')} onChange={(description) => setFields({ ...fields, description })} />
      {failure && <ErrorState failure={failure} order={3} />}
    </DialogForm>
  );
}
