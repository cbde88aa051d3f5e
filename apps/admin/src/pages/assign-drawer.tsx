import { Anchor, Button } from '@mantine/core';
import { IconSend } from '@milepost/web/ui/icons.ts';
import { useState } from 'react';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { useAssignmentForm } from '../features/assignments/use-assignment-form.tsx';
import { AudienceField } from '../features/audiences/audience-field.tsx';
import { Link } from 'react-router';
import { OperationFlow } from '../features/operations/operation-flow.tsx';
import { paths } from '../paths.ts';

/** "Assign": gives a plan to people, in a drawer over the page that one is on. Without a plan it asks for one. */
export function AssignButton({ plan }: { plan?: { readonly id: string; readonly name: string } }) {
  const { t } = useTranslation('assignments');
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button leftSection={<IconSend size={18} aria-hidden />} onClick={() => setOpened(true)}>
        {t('assign')}
      </Button>
      <AssignDrawer plan={plan} opened={opened} onClose={() => setOpened(false)} />
    </>
  );
}

function AssignDrawer({ plan, opened, onClose }: { plan?: { readonly id: string; readonly name: string }; opened: boolean; onClose(): void }) {
  const { t } = useTranslation('assignments');
  const format = useFormat();
  const { form, chosen, start } = useAssignmentForm((field) => <AudienceField {...field} />, plan);
  return (
    <OperationFlow
      opened={opened}
      title={t('assign')}
      choose={
        <>
          {form}
          <Anchor component={Link} size="sm" mt="md" display="inline-block" to={`${paths.importAssignment.to()}${plan ? `?plan=${plan.id}` : ''}`}>
            {t('import.action')}
          </Anchor>
        </>
      }
      chosen={chosen}
      start={start}
      commitLabel={(count) => t('commit', { count, number: format.number(count) })}
      onClose={onClose}
    />
  );
}
