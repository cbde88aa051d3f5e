import { sayMessage, type AnyMessage, type Catalog, type Language, type Message } from '../shared/message.ts';
import type { IndividualRules } from './change-override.ts';

export type OverrideShapes = {
  RULES_NONE: {};
  RULES_WAIVED: {};
  RULES_ADJUSTED: { parts: readonly AnyMessage[] };
  PART_UNITS: { units: string };
  PART_DUE: { due: string };
  PART_NO_DUE: {};
  CHANGED_MEANWHILE: { by: string | null; on: string; rules: AnyMessage };
};
export type OverrideMessage = Message<OverrideShapes>;

/** What an admin has settled for one person, and who came first with it. */
export const overrideCatalog: Catalog<OverrideShapes> = {
  RULES_NONE: { en: () => 'as for everybody', 'zh-CN': () => '与其他人相同' },
  RULES_WAIVED: { en: () => 'waived', 'zh-CN': () => '已豁免' },
  RULES_ADJUSTED: { en: (p, say) => say.list(p.parts.map((part) => say.message(part))), 'zh-CN': (p, say) => say.list(p.parts.map((part) => say.message(part))) },
  PART_UNITS: { en: (p, say) => `${say.number(p.units)} required`, 'zh-CN': (p, say) => `要求数量${say.number(p.units)}` },
  PART_DUE: { en: (p, say) => `due on ${say.date(p.due)}`, 'zh-CN': (p, say) => `截止日期${say.date(p.due)}` },
  PART_NO_DUE: { en: () => 'without a due date', 'zh-CN': () => '没有截止日期' },
  CHANGED_MEANWHILE: {
    en: (p, say) => `${p.by ?? 'Somebody else'} changed this for the same person on ${say.date(p.on)}: ${say.message(p.rules)}. Nothing of yours was saved; compare and save again.`,
    'zh-CN': (p, say) => `${p.by ?? '他人'}已于${say.date(p.on)}更改此人的这项设置：${say.message(p.rules)}。您的更改未保存；请对比后重新保存。`,
  },
};

/** Individual rules as a message. */
export function rulesMessage({ action, units, due }: IndividualRules): OverrideMessage {
  if (action === 'WAIVE') return { code: 'RULES_WAIVED', params: {} };
  const parts: OverrideMessage[] = [];
  if (units != null) parts.push({ code: 'PART_UNITS', params: { units } });
  if (due === 'NONE') parts.push({ code: 'PART_NO_DUE', params: {} });
  else if (due != null) parts.push({ code: 'PART_DUE', params: { due } });
  return parts.length === 0 ? { code: 'RULES_NONE', params: {} } : { code: 'RULES_ADJUSTED', params: { parts } };
}

/** A message about individual rules in words. */
export function sayOverride(message: OverrideMessage, language: Language): string {
  return sayMessage(overrideCatalog, message, language);
}
