import { Stack, Switch, Text } from '@mantine/core';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { SetPlanCollaborationDocument } from './plan-edits.generated.ts';
import { usePlanEditing } from './plan-editing.tsx';
import { useFocusAt } from './use-focus-at.ts';
import { useTyped } from './use-typed.ts';

/** Step 4: whether other admins may assign the plan, set its visible range and track it, and nothing else (D16, D17). */
export function CollaborationStep() {
  const { t } = useTranslation(['plans', 'ui']);
  const { plan, queue, revision, change } = usePlanEditing();
  const [allowed, setAllowed] = useTyped(plan.collaborationAllowed, revision);
  useFocusAt();
  return (
    <Stack data-at="plan" tabIndex={-1}>
      <Switch
        label={t('collaboration.switch')}
        description={t('collaboration.text')}
        error={queue.refused['collaboration']}
        disabled={!plan.viewerCan.setCollaboration}
        checked={allowed}
        onChange={(event) => {
          const next = event.currentTarget.checked;
          setAllowed(next);
          change(
            {
              key: 'collaboration',
              lane: 'SETTINGS',
              label: t('collaboration.switch'),
              mine: next ? t('yes') : t('no'),
              theirs: (there) => (there.collaborationAllowed ? t('yes') : t('no')),
            },
            SetPlanCollaborationDocument,
            { allowed: next },
          );
        }}
      />
      <ul>
        <li>{t('collaboration.may')}</li>
        <li>{t('collaboration.mayNot')}</li>
        <li>{t('collaboration.always')}</li>
      </ul>
      <Text size="sm">{t('collaboration.owner', { name: plan.owner.name })}</Text>
    </Stack>
  );
}
