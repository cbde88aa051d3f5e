import type { Translation } from '@milepost/web/i18n/translation.ts';
import type { undo as source } from '../en/operations-undo.ts';

/** 撤销批量操作的文字。 */
export const undo: Translation<typeof source> = {
  title: '撤销：{{act}}',
  preview: '撤销…',
  until: '{{time}}之前可以撤销。撤销前会先显示对每个人的影响。',
  original: '被撤销的操作',
  class: {
    ARCHIVE_PLAN: { TAKEN_BACK: '将可继续学习，与之前相同', LEFT_CHANGED_SINCE: '此后有变动：保持不变' },
    TAKEN_BACK: '将为其撤销',
    LEFT_CHANGED_SINCE: '之后已开始或有变动：保持不变',
    LEFT_OPEN: '已查看或已开始：保持开放',
    MIGRATE_PLAN_VERSION: { TAKEN_BACK: '回到原来的版本', STAYS_COMPLETE: '此后已完成：保持不变', LEFT_CHANGED_SINCE: '此后已转到其他版本：保持不变' },
    END_ASSIGNMENT: { TAKEN_BACK: '将重新通过此指派拥有，与之前相同', LEFT_CHANGED_SINCE: '此后有变动：保持不变' },
    MERGE_PERSON: { TAKEN_BACK: '回到原记录', LEFT_CHANGED_SINCE: '此后有变动：保持不变' },
    MERGE: { TAKEN_BACK: '恢复原状', LEFT_CHANGED_SINCE: '之后有变动：保持不变' },
    GROUP_RULE: { TAKEN_BACK: '按原规则加入或离开', LEFT_CHANGED_SINCE: '之后有变动：保持不变' },
    LEAVE_GROUP: { TAKEN_BACK: '回到群组', LEFT_CHANGED_SINCE: '此后有变动：保持不变' },
    IMPORT_COMPLETIONS: { TAKEN_BACK: '将撤销的完成记录', LEFT_CHANGED_SINCE: '此后已被撤销：保持不变' },
    IMPORT_GROUP: { TAKEN_BACK: '再次离开群组', LEFT_CHANGED_SINCE: '之后有变动：保持不变' },
  },
  outcome: {
    ARCHIVE_PLAN: { TAKEN_BACK: '已可继续学习，与之前相同', LEFT_CHANGED_SINCE: '此后有变动：保持不变' },
    TAKEN_BACK: '已撤销',
    LEFT_CHANGED_SINCE: '之后已开始或有变动：保持不变',
    LEFT_OPEN: '已查看或已开始：已保持开放',
    MIGRATE_PLAN_VERSION: { TAKEN_BACK: '已回到原来的版本', STAYS_COMPLETE: '此后已完成：保持不变', LEFT_CHANGED_SINCE: '此后已转到其他版本：保持不变' },
    END_ASSIGNMENT: { TAKEN_BACK: '已重新通过此指派拥有，与之前相同', LEFT_CHANGED_SINCE: '此后有变动：保持不变' },
    MERGE_PERSON: { TAKEN_BACK: '已回到原记录', LEFT_CHANGED_SINCE: '此后有变动：保持不变' },
    MERGE: { TAKEN_BACK: '已恢复原状', LEFT_CHANGED_SINCE: '之后有变动：保持不变' },
    GROUP_RULE: { TAKEN_BACK: '已按原规则加入或离开', LEFT_CHANGED_SINCE: '之后有变动：保持不变' },
    LEAVE_GROUP: { TAKEN_BACK: '已回到群组', LEFT_CHANGED_SINCE: '此后有变动：保持不变' },
    IMPORT_COMPLETIONS: { TAKEN_BACK: '已撤销的完成记录', LEFT_CHANGED_SINCE: '此后已被撤销：保持不变' },
    IMPORT_GROUP: { TAKEN_BACK: '已再次离开群组', LEFT_CHANGED_SINCE: '之后有变动：保持不变' },
  },
};
