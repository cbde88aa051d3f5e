import type { Translation } from '@milepost/web/i18n/translation.ts';
import type { audiences as source } from '../en/audiences.ts';

/** 选择对象的文字。 */
export const audiences: Translation<typeof source> = {
  label: '对象',
  everyone: '组织中的所有人',
  chosen: '所选部门、岗位、职责、合作伙伴或人员',
  other: '此对象由其他系统编写，以句子显示。您可以保留它或重新选择。',
  replace: '重新选择',
  people_zero: '目前没有人',
  people_other: '目前 {{number}} 人',
  sample_zero: '{{names}}',
  sample_other: '{{names}} 以及另外 {{number}} 人',
  counting: '正在统计…',
  failed: '无法读取人数。您的选择已保留。',
};
