import '@mantine/core/styles/Popover.layer.css';
import { Button, Popover, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from '../i18n/use-translation.tsx';
import { IconCheck, IconChevronRight, IconX } from './icons.ts';
import type { WhyNode } from './why.tsx';
import classes from './why.module.css';

interface WhyPopoverProps {
  id: string;
  subject: string;
  sentence: ReactNode;
  tree: readonly WhyNode[];
  action: { readonly label: string; readonly run: () => void } | undefined;
  onClose(): void;
}

/** The opened answer of a "Why?". */
export function WhyPopover({ id, subject, sentence, tree, action, onClose }: WhyPopoverProps) {
  const { t } = useTranslation('ui');
  return (
    <Popover opened onDismiss={onClose} trapFocus withRoles={false} position="bottom-start" shadow="md" width="min(24rem, calc(100vw - 2rem))">
      <Popover.Target>
        <span className={classes.anchor} aria-hidden />
      </Popover.Target>
      <Popover.Dropdown id={id} className={classes.dropdown} role="dialog" aria-label={t('why.about', { subject })} tabIndex={0} data-autofocus>
        <Text size="sm">{sentence}</Text>
        {action && (
          <Button
            size="compact-sm"
            variant="light"
            mt="xs"
            onClick={() => {
              onClose();
              action.run();
            }}
          >
            {action.label}
          </Button>
        )}
        {tree.length > 0 && <Reasons nodes={tree} />}
      </Popover.Dropdown>
    </Popover>
  );
}

const marks = { decided: IconChevronRight, yes: IconCheck, no: IconX } as const;

function Reasons({ nodes }: { nodes: readonly WhyNode[] }) {
  return (
    <ul className={classes.tree}>
      {nodes.map((node, index) => {
        const Mark = node.holds ? marks[node.holds] : undefined;
        return (
          <li key={index}>
            <span className={classes.node} data-holds={node.holds}>
              {Mark && <Mark size={14} aria-hidden />}
              {node.text}
            </span>
            {node.children && node.children.length > 0 && <Reasons nodes={node.children} />}
          </li>
        );
      })}
    </ul>
  );
}
