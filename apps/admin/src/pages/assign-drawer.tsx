import { Anchor, Button, type ButtonProps } from '@mantine/core';
import { IconSend } from '@milepost/web/ui/icons.ts';
import { useState } from 'react';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { useFormat } from '@milepost/web/i18n/format.ts';
import type { ChosenTarget } from '../features/assignments/target-field.tsx';
import { useAssignmentForm } from '../features/assignments/use-assignment-form.tsx';
import { writeAudience } from '../features/audiences/audience-expression.ts';
import { AudienceField } from '../features/audiences/audience-field.tsx';
import { Link } from 'react-router';
import { OperationFlow } from '../features/operations/operation-flow.tsx';
import { paths } from '../paths.ts';

/** Somebody to whom something is to be given. */
export interface Receiver {
  readonly id: string;
  readonly displayName: string;
}

interface AssignButtonProps extends Pick<ButtonProps, 'size' | 'variant'> {
  /** What the page is about. */
  target?: ChosenTarget;
  /** Whom the page is about, or who was selected. */
  people?: readonly Receiver[];
  onClose?: () => void;
}

/** "Assign": gives plans and content to people, in a drawer over the page that one is on; what or whom that page is about is chosen already. */
export function AssignButton({ target, people, onClose, ...look }: AssignButtonProps) {
  const { t } = useTranslation('assignments');
  const [opened, setOpened] = useState(false);
  const close = () => {
    setOpened(false);
    onClose?.();
  };
  return (
    <>
      <Button {...look} leftSection={<IconSend size={18} aria-hidden />} onClick={() => setOpened(true)}>
        {t('assign')}
      </Button>
      {/* Others who are selected are another wish. */}
      <AssignDrawer key={people?.map(({ id }) => id).join(' ')} target={target} people={people} opened={opened} onClose={close} />
    </>
  );
}

function AssignDrawer({ target, people, opened, onClose }: Pick<AssignButtonProps, 'target' | 'people'> & { opened: boolean; onClose(): void }) {
  const { t } = useTranslation('assignments');
  const format = useFormat();
  const known = people?.map(({ id, displayName }) => ({ kind: 'people' as const, id, name: displayName }));
  const { form, chosen, start, startAgain, things } = useAssignmentForm((field) => <AudienceField {...field} known={known} />, { target, audience: known && writeAudience(known) });
  return (
    <OperationFlow
      opened={opened}
      title={t('assign')}
      choose={
        <>
          {form}
          {!people && (
            <Anchor component={Link} size="sm" mt="md" display="inline-block" to={`${paths.importAssignment.to()}${target?.kind === 'PLAN' ? `?plan=${target.id}` : ''}`}>
              {t('import.action')}
            </Anchor>
          )}
        </>
      }
      chosen={chosen}
      start={start}
      startAgain={startAgain}
      commitLabel={(count) => (count === 0 ? t('assign') : things === 1 ? t('commit', { count, number: format.number(count) }) : t('commitSeveral', { things: format.number(things), number: format.number(count) }))}
      onClose={onClose}
    />
  );
}
