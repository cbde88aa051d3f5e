import { useApolloClient } from '@apollo/client/react';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { AudienceField } from '../features/audiences/audience-field.tsx';
import { GroupListDocument } from '../features/groups/groups.generated.ts';
import { useRuleForm } from '../features/groups/use-rule-form.tsx';
import { OperationFlow } from '../features/operations/operation-flow.tsx';

interface RuleDrawerProps {
  /** The group whose rule is changed; absent: a new one is made. */
  group?: { readonly id: string; readonly name: string; readonly rowVersion: number; readonly rule: unknown };
  opened: boolean;
  onClose(): void;
}

/** The rule of a group, from the form by the preview of who joins and leaves to the report. */
export function RuleDrawer({ group, opened, onClose }: RuleDrawerProps) {
  const { t } = useTranslation('groups');
  const format = useFormat();
  const client = useApolloClient();
  const { form, chosen, start } = useRuleForm((field) => <AudienceField {...field} />, group);
  return (
    <OperationFlow
      opened={opened}
      title={group ? t('rule.title', { name: group.name }) : t('create.DYNAMIC')}
      choose={form}
      chosen={chosen}
      start={start}
      commitLabel={(count) => (group ? t('rule.commit', { count, number: format.number(count) }) : t('rule.make', { count, number: format.number(count) }))}
      onClose={() => {
        onClose();
        void client.refetchQueries({ include: [GroupListDocument] }).catch(() => {});
      }}
    />
  );
}
