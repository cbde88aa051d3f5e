import { Anchor, Stack, Text } from '@mantine/core';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { Link } from 'react-router';
import { paths } from '../../paths.ts';
import type { OperationPartsFragment } from './operation.generated.ts';

/** What an operation changes in the rule of a group, and the way to the group once it is there; nothing for other kinds. */
export function RuleChange({ operation: { groupRule, committedAt } }: { operation: OperationPartsFragment }) {
  const { t } = useTranslation('operations');
  if (!groupRule) return null;
  return (
    <Stack gap={4}>
      <Text size="sm">
        <strong>{t('rule.before')}:</strong> {groupRule.before ?? t('rule.none')}
      </Text>
      <Text size="sm">
        <strong>{t('rule.after')}:</strong> {groupRule.after}
      </Text>
      {committedAt && (
        <Anchor component={Link} size="sm" to={paths.group.to({ groupId: groupRule.groupId })}>
          {t('rule.toGroup')}
        </Anchor>
      )}
    </Stack>
  );
}
