import { Group, Stack, Text, Title } from '@mantine/core';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { readDueRule } from '@milepost/web/ui/due-rule-fields.tsx';
import { Markdown } from '@milepost/web/ui/markdown.tsx';
import { PlanCover } from '@milepost/web/ui/plan-cover.tsx';
import { useDueRuleWords } from '@milepost/web/ui/use-due-rule-words.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import type { ReactNode } from 'react';
import classes from './content-step.module.css';
import cover from './cover-field.module.css';
import type { EditedMilestoneFragment, EditedVersionFragment } from './plan-draft.generated.ts';
import { readReleaseRule, useReleaseWords } from './release-rule-fields.tsx';
import { useMilestoneWords } from './use-milestone-words.ts';

interface PlanContentProps {
  version: EditedVersionFragment;
  /** What can be done with a milestone that opens by a rule; absent: nothing. */
  release?: ((milestone: EditedMilestoneFragment) => ReactNode) | undefined;
}

/** A version of a plan to read: what it is about, by when, and its milestones with what is linked to them. */
export function PlanContent({ version, release }: PlanContentProps) {
  const { t } = useTranslation(['plans', 'ui']);
  const words = useMilestoneWords();
  const format = useFormat();
  const dueWords = useDueRuleWords();
  const releaseWords = useReleaseWords();
  const due = readDueRule(version.dueRule);
  return (
    <Stack>
      <PlanCover cover={version.cover} className={cover.picture} />
      {version.description && <Markdown text={version.description} headingsFrom={4} />}
      <Text size="sm" c="dimmed">
        {[dueWords(due), version.milestoneOrderEnforced ? t('content.ordered') : t('content.anyOrder')].join(' · ')}
      </Text>
      <ol className={classes.milestones} aria-label={t('milestone.list')}>
        {version.milestones.map((milestone) => (
          <li key={milestone.key} className={classes.milestone}>
            <Group justify="space-between" gap="xs">
              <Title order={3} size="h4">
                {words.heading(milestone)}
              </Title>
              {readReleaseRule(milestone.releaseRule).kind !== 'IMMEDIATE' && release?.(milestone)}
            </Group>
            <Text size="sm" c="dimmed">
              {[
                milestone.metric === 'NONE' ? t('metric.NONE') : t(`content.need.${milestone.metric}`, { units: milestone.units ?? '', total: milestone.items.length }),
                milestone.dueRule.kind === 'NONE' ? '' : dueWords(readDueRule(milestone.dueRule)),
                readReleaseRule(milestone.releaseRule).kind === 'IMMEDIATE' ? '' : releaseWords(readReleaseRule(milestone.releaseRule)),
                milestone.itemOrderEnforced ? t('content.ordered') : '',
              ]
                .filter(Boolean)
                .join(' · ')}
            </Text>
            {milestone.description && <Markdown text={milestone.description} headingsFrom={4} />}
            <ul className={classes.items}>
              {milestone.items.map((item) => (
                <li key={item.learningObjectId} className={classes.item}>
                  <span className={classes.itemName}>{item.learningObject?.name ?? t('items.gone')}</span>
                  {item.mandatory && (
                    <Text span size="xs" fw={600}>
                      {t('items.mandatory')}
                    </Text>
                  )}
                  {item.learningObject && (
                    <Text span size="xs" c="dimmed">
                      {[t(`kind.${item.learningObject.kind}`), item.learningObject.durationMinutes ? format.duration(item.learningObject.durationMinutes) : ''].filter(Boolean).join(' · ')}
                    </Text>
                  )}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </Stack>
  );
}
