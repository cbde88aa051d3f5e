import { Anchor, Text } from '@mantine/core';
import { AddressLink } from '@milepost/web/ui/address-link.tsx';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { usePlanEditing } from './plan-editing.tsx';
import { useVersionChanges } from './use-version-changes.ts';

/** Under the title of the editor: which version is being written, that the live one stays, and how much differs, live. */
export function NextVersionStatus({ published }: { published: number }) {
  const { t } = useTranslation('plans');
  const { plan, version } = usePlanEditing();
  const { diff } = useVersionChanges({ planId: plan.id }, version.rowVersion);
  return (
    <Text size="sm" span>
      {t('version.editing', { number: version.number, published })}{' '}
      {diff && (
        <Anchor component={AddressLink} size="sm" underline="always" edit={(next: URLSearchParams) => next.set('step', 'changes')}>
          {t('version.changes', { count: diff.changes.length })}
        </Anchor>
      )}
    </Text>
  );
}
