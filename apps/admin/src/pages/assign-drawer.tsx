import { Anchor, Button } from '@mantine/core';
import { IconSend } from '@milepost/web/ui/icons.ts';
import { useState } from 'react';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { useFormat } from '@milepost/web/i18n/format.ts';
import type { ChosenTarget } from '../features/assignments/target-field.tsx';
import { useAssignmentForm } from '../features/assignments/use-assignment-form.tsx';
import { AudienceField } from '../features/audiences/audience-field.tsx';
import { Link } from 'react-router';
import { OperationFlow } from '../features/operations/operation-flow.tsx';
import { paths } from '../paths.ts';

/** "Assign": gives plans and content to people, in a drawer over the page that one is on; what that page is about is chosen already. */
export function AssignButton({ first }: { first?: ChosenTarget }) {
  const { t } = useTranslation('assignments');
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button leftSection={<IconSend size={18} aria-hidden />} onClick={() => setOpened(true)}>
        {t('assign')}
      </Button>
      <AssignDrawer first={first} opened={opened} onClose={() => setOpened(false)} />
    </>
  );
}

function AssignDrawer({ first, opened, onClose }: { first?: ChosenTarget; opened: boolean; onClose(): void }) {
  const { t } = useTranslation('assignments');
  const format = useFormat();
  const { form, chosen, start, startAgain, things, forLater } = useAssignmentForm((field) => <AudienceField {...field} />, first);
  return (
    <OperationFlow
      opened={opened}
      title={t('assign')}
      choose={
        <>
          {form}
          <Anchor component={Link} size="sm" mt="md" display="inline-block" to={`${paths.importAssignment.to()}${first?.kind === 'PLAN' ? `?plan=${first.id}` : ''}`}>
            {t('import.action')}
          </Anchor>
        </>
      }
      chosen={chosen}
      start={start}
      startAgain={startAgain}
      nobodyText={forLater ? t('nobodyYet') : undefined}
      commitLabel={(count) => (count === 0 ? t('assign') : things === 1 ? t('commit', { count, number: format.number(count) }) : t('commitSeveral', { things: format.number(things), number: format.number(count) }))}
      onClose={onClose}
    />
  );
}
