import { Button } from '@mantine/core';
import { lazy, type ReactNode, Suspense } from 'react';
import { useTranslation } from '../i18n/use-translation.tsx';
import { IconHelpCircle } from './icons.ts';
import { usePopup } from './use-popup.ts';
import classes from './why.module.css';

const WhyPopover = lazy(async () => ({ default: (await import('./why-popover.tsx')).WhyPopover }));

/** One reason and what it rests on. */
export interface WhyNode {
  readonly text: string;
  /** What this reason did: it decided, it held without deciding, or it did not hold. */
  readonly holds?: 'decided' | 'yes' | 'no';
  readonly children?: readonly WhyNode[];
}

interface WhyProps {
  /** What is explained, for screen readers: "Overdue". */
  subject: string;
  /** The answer in one sentence. */
  sentence: ReactNode;
  /** The rule and facts behind it, for those who check. */
  tree?: readonly WhyNode[];
  /** What can be done about it; the answer is closed by it. */
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
  /** Called when the reader asks, so that an explanation may be fetched only then. */
  onAsk?: () => void;
}

/** "Why?" beside a status, a date or a lock: a sentence for everyone, a tree for whoever checks (domain 2.0.4). */
export function Why({ subject, sentence, tree, action, onAsk }: WhyProps) {
  const { t } = useTranslation('ui');
  const { id, open, toggle, close, buttonProps } = usePopup();
  return (
    <span className={classes.root}>
      <Button
        {...buttonProps}
        variant="subtle"
        size="compact-xs"
        leftSection={<IconHelpCircle size={14} aria-hidden />}
        aria-label={t('why.about', { subject })}
        onClick={() => {
          if (!open) onAsk?.();
          toggle();
        }}
      >
        {t('why.button')}
      </Button>
      {open && (
        <Suspense fallback={null}>
          <WhyPopover id={id} subject={subject} sentence={sentence} tree={tree ?? []} action={action} onClose={close} />
        </Suspense>
      )}
    </span>
  );
}
