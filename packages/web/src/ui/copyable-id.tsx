import { useState } from 'react';
import { useTranslation } from '../i18n/use-translation.tsx';
import classes from './copyable-id.module.css';
import { IconCheck, IconCopy } from './icons.ts';
import { useAnnounce } from './live-region.tsx';
import { notify } from './notify.ts';

/** An id that a click copies whole; longer ones than 24 characters show their end, which is where UUIDv7 differ. `label` says what it is the id of. */
export function CopyableId({ value, label }: { value: string; label?: string }) {
  const { t } = useTranslation('ui');
  const announce = useAnnounce();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      setCopied(true);
      announce(t('copy.copied'));
      setTimeout(() => setCopied(false), 2000);
    } catch {
      notify({ tone: 'info', title: t('copy.failed') });
    }
  };
  const shown = value.length > 24 ? `…${value.slice(-8)}` : value;
  return (
    <button type="button" className={classes.root} title={value} aria-label={`${t('copy.copy', { label: label ?? t('copy.id') })}: ${shown}`} onClick={() => void copy()}>
      <code>{shown}</code>
      {copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
    </button>
  );
}
