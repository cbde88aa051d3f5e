import { ActionIcon } from '@mantine/core';
import { useTranslation } from '../i18n/use-translation.tsx';
import { useFormat } from '../i18n/format.ts';
import classes from './file-upload.module.css';
import { IconFile, IconPlayerPause, IconPlayerPlay, IconRefresh, IconX } from './icons.ts';
import { ProgressBar } from './progress-bar.tsx';
import type { UploadEntry, Uploads } from './uploads.ts';
import { useUploadEntries } from './use-uploads.ts';

/** Each file's way to the server: progress, pause, resume, cancel, and why one was not taken. Nothing while there is none. */
export function UploadList({ uploads }: { uploads: Uploads }) {
  const { t } = useTranslation('work');
  const entries = useUploadEntries(uploads);
  if (entries.length === 0) return null;
  return (
    <ul className={classes.list} aria-label={t('upload.list')}>
      {entries.map((entry) => (
        <UploadLine key={entry.id} entry={entry} uploads={uploads} />
      ))}
    </ul>
  );
}

function UploadLine({ entry, uploads }: { entry: UploadEntry; uploads: Uploads }) {
  const { t } = useTranslation('work');
  const format = useFormat();
  const name = entry.file.name;
  const share = entry.file.size === 0 ? 0 : entry.sent / entry.file.size;
  const percent = format.percent(share);
  const words: Record<UploadEntry['is'], string> = {
    RUNNING: t('upload.running', { percent, size: format.bytes(entry.file.size) }),
    RETRYING: t('upload.retrying'),
    PAUSED: t('upload.paused', { percent }),
    DONE: t('upload.done'),
    FAILED: entry.failure?.is === 'REFUSED' ? t('upload.refused', { reason: entry.failure.reason }) : t('upload.broken'),
  };
  return (
    <li className={classes.line} data-is={entry.is}>
      <IconFile size={20} stroke={1.6} aria-hidden />
      <div className={classes.about}>
        <span className={classes.name}>{name}</span>
        {entry.is !== 'DONE' && <ProgressBar value={share} label={name} tone={entry.is === 'FAILED' ? 'danger' : undefined} />}
        <span className={classes.words} role={entry.is === 'FAILED' ? 'alert' : undefined}>
          {words[entry.is]}
        </span>
      </div>
      {(entry.is === 'RUNNING' || entry.is === 'RETRYING') && (
        <ActionIcon variant="subtle" color="gray" aria-label={t('upload.pause', { name })} onClick={() => uploads.pause(entry.id)}>
          <IconPlayerPause size={18} aria-hidden />
        </ActionIcon>
      )}
      {entry.is === 'PAUSED' && (
        <ActionIcon variant="subtle" color="gray" aria-label={t('upload.resume', { name })} onClick={() => uploads.resume(entry.id)}>
          <IconPlayerPlay size={18} aria-hidden />
        </ActionIcon>
      )}
      {entry.is === 'FAILED' && entry.failure?.is === 'BROKEN' && (
        <ActionIcon variant="subtle" color="gray" aria-label={t('upload.retry', { name })} onClick={() => uploads.resume(entry.id)}>
          <IconRefresh size={18} aria-hidden />
        </ActionIcon>
      )}
      <ActionIcon variant="subtle" color="gray" aria-label={entry.is === 'DONE' ? t('upload.removed', { name }) : t('upload.cancel', { name })} onClick={() => uploads.remove(entry.id)}>
        <IconX size={18} aria-hidden />
      </ActionIcon>
    </li>
  );
}
