import { useTranslation } from '../i18n/use-translation.tsx';
import { useFormat } from '../i18n/format.ts';
import type { DueRule } from './due-rule-fields.tsx';

/** Says a due rule in words: "30 days after the day of the assignment". */
export function useDueRuleWords(): (rule: DueRule) => string {
  const { t } = useTranslation('ui');
  const format = useFormat();
  return (rule) => {
    if (rule.kind === 'NONE') return t('dueRule.NONE');
    if (rule.kind === 'FIXED') return rule.date ? t('due.due', { date: format.date(rule.date) }) : t('dueRule.FIXED');
    return t('dueRule.words', { span: t(`dueRule.span.${rule.unit}`, { count: rule.amount }), anchor: t(`dueRule.anchors.${rule.anchor}`) });
  };
}
