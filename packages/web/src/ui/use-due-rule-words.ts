import { useTranslation } from '../i18n/use-translation.tsx';
import { useFormat } from '../i18n/format.ts';
import type { DueRule } from './due-rule-fields.tsx';

/** Says a due rule in words: "30 days after the day of the assignment". */
export function useDueRuleWords(): (rule: DueRule) => string {
  const { t } = useTranslation(['ui', 'work']);
  const format = useFormat();
  return (rule) => {
    if (rule.kind === 'NONE') return t('work:dueRule.NONE');
    if (rule.kind === 'FIXED') return rule.date ? t('due.due', { date: format.date(rule.date) }) : t('work:dueRule.FIXED');
    return t('work:dueRule.words', { span: t(`work:dueRule.span.${rule.unit}`, { count: rule.amount }), anchor: t(`work:dueRule.anchors.${rule.anchor}`) });
  };
}
