import { NumberInput, Select, Stack, TextInput } from '@mantine/core';
import { MarkdownEditor } from '@milepost/web/ui/markdown-editor.tsx';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import type { CompletionRule, ContentKind, ModuleContentInput } from '../../gql/schema-types.ts';

/** When a module of each kind can be complete; the first is what suits it. */
const rules: Readonly<Record<ContentKind, readonly CompletionRule[]>> = {
  ARTICLE: ['READ', 'CONFIRMED'],
  DOCUMENT: ['READ', 'VIEWED', 'CONFIRMED'],
  LINK: ['CONFIRMED'],
  VIDEO: ['VIEWED', 'CONFIRMED'],
};

/** What a module shows, and when it is complete. */
export function ModuleFields({ value, onChange }: { value: ModuleContentInput; onChange(next: ModuleContentInput): void }) {
  const { t } = useTranslation('content');
  const offered = rules[value.kind];
  const rule = value.completionRule ?? offered[0];
  return (
    <Stack>
      {value.kind === 'ARTICLE' && <MarkdownEditor label={t('form.article')} value={value.article ?? ''} onChange={(article) => onChange({ ...value, article })} />}
      {value.kind === 'LINK' && (
        <TextInput
          type="url"
          label={t('form.url')}
          description={t('form.urlText')}
          placeholder="https://"
          value={value.url ?? ''}
          onChange={(event) => onChange({ ...value, url: event.currentTarget.value })}
        />
      )}
      <Select
        label={t('form.complete')}
        allowDeselect={false}
        value={rule}
        data={offered.map((each) => ({ value: each, label: t(`rule.${each}`) }))}
        onChange={(next) => onChange({ ...value, completionRule: next })}
      />
      {rule === 'VIEWED' && (
        <NumberInput
          label={t('form.percent')}
          min={1}
          max={100}
          allowDecimal={false}
          value={value.completionPercent ?? 90}
          onChange={(percent) => onChange({ ...value, completionPercent: typeof percent === 'number' ? percent : null })}
        />
      )}
    </Stack>
  );
}
