import { Group, Loader, Text } from '@mantine/core';
import { skipToken } from '@apollo/client/react';
import { useDebouncedValue } from '@mantine/hooks';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { IconAlertTriangle } from '@milepost/web/ui/icons.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import classes from './audience-count.module.css';
import { useAudienceCountQuery } from './audience-choices.generated.ts';

const typingMs = 300;

/** Whom an expression chooses at this moment; the last answer stays while the next is on its way. */
export function useAudienceCount(audience: unknown) {
  const [asked] = useDebouncedValue(audience, typingMs);
  const query = useAudienceCountQuery(asked ? { variables: { audience: asked }, fetchPolicy: 'network-only' } : skipToken);
  const isCurrent = !query.loading && asked === audience;
  return { answer: (query.data ?? query.previousData)?.audiencePreview, isCurrent, failed: query.error !== undefined };
}

/** How many people that is, in a sentence, with a few of them by name. */
export function AudienceCount({ count: { answer, isCurrent, failed } }: { count: ReturnType<typeof useAudienceCount> }) {
  const { t } = useTranslation('audiences');
  const format = useFormat();
  const more = answer?.__typename === 'AudiencePreview' ? Math.max(0, answer.people - answer.sample.length) : 0;
  return (
    <div className={classes.root} role="status" aria-busy={!isCurrent}>
      {failed && <Text size="sm">{t('failed')}</Text>}
      {!failed && !answer && <Loader size="sm" role="img" aria-label={t('counting')} />}
      {answer?.__typename === 'InputRefused' && (
        <Text size="sm" c="var(--mantine-color-error)">
          {answer.problems.map((problem) => problem.message).join(' ')}
        </Text>
      )}
      {answer?.__typename === 'AudiencePreview' && (
        <>
          <Text fw={600}>
            {t('people', { count: answer.people, number: format.number(answer.people) })}
            {!isCurrent && <Loader size={14} ms="xs" aria-hidden />}
          </Text>
          <Text size="sm">{answer.sentence}</Text>
          {answer.people === 0 && <Warning text={t('warning.nobody')} />}
          {answer.choosesEverybody && answer.people > 0 && <Warning text={t('warning.everybody')} />}
          {answer.sample.length > 0 && (
            <Text size="sm" c="dimmed">
              {more > 0
                ? t('sample', { names: answer.sample.map((person) => person.displayName).join(' · '), count: more, number: format.number(more) })
                : answer.sample.map((person) => person.displayName).join(' · ')}
            </Text>
          )}
        </>
      )}
    </div>
  );
}

function Warning({ text }: { text: string }) {
  return (
    <Group gap="xs" wrap="nowrap" align="flex-start" c="var(--mp-warning-text, inherit)">
      <IconAlertTriangle size={16} aria-hidden style={{ flex: 'none', marginTop: 3 }} />
      <Text size="sm">{text}</Text>
    </Group>
  );
}
