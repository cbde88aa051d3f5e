import { ActionIcon, Button, Text } from '@mantine/core';
import { useId, useRef, useState } from 'react';
import { useTranslation } from '../i18n/use-translation.tsx';
import { useFormat } from '../i18n/format.ts';
import classes from './file-upload.module.css';
import { IconFile, IconPlayerPause, IconPlayerPlay, IconRefresh, IconUpload, IconX } from './icons.ts';
import { ProgressBar } from './progress-bar.tsx';
import { type RefusedFile, refuseFile, type UploadRules, type UploadTransport } from './upload-transport.ts';
import { type UploadEntry, useUploads } from './use-uploads.ts';

interface FileUploadProps {
  label: string;
  rules: UploadRules;
  transport: UploadTransport;
  multiple?: boolean;
  /** `fileId` names the stored file in the API. */
  onDone(file: File, fileId: string): void;
}

/** A place to drop or choose files, and each file's way to the server: progress, pause, resume, cancel, and why one was not taken. */
export function FileUpload({ label, rules, transport, multiple = false, onDone }: FileUploadProps) {
  const { t } = useTranslation('ui');
  const format = useFormat();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [refused, setRefused] = useState<readonly RefusedFile[]>([]);
  const { entries, add, pause, resume, remove } = useUploads(transport, onDone);
  const rulesId = useId();
  const kinds = format.list(rules.extensions.map((extension) => extension.slice(1).toUpperCase()));

  const take = (files: readonly File[]) => {
    const chosen = multiple ? files : files.slice(0, 1);
    const judged = chosen.map((file) => ({ file, refusal: refuseFile(file, rules) }));
    setRefused(judged.flatMap(({ refusal }) => (refusal ? [refusal] : [])));
    for (const { file, refusal } of judged) if (!refusal) add(file);
  };
  const whyRefused = ({ file, because }: RefusedFile) => {
    if (because === 'TOO_BIG') return t('upload.tooBig', { name: file.name, size: format.bytes(file.size), limit: format.bytes(rules.maxBytes) });
    if (because === 'EMPTY') return t('upload.empty', { name: file.name });
    return t('upload.wrongKind', { name: file.name, kinds });
  };

  return (
    <section className={classes.root} aria-label={label}>
      <div
        className={classes.zone}
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          take([...event.dataTransfer.files]);
        }}
      >
        <IconUpload size={24} stroke={1.6} aria-hidden />
        <Text size="sm">
          {t('upload.drop')}{' '}
          <Button variant="subtle" size="compact-sm" onClick={() => input.current?.click()} aria-describedby={rulesId}>
            {t('upload.choose')}
          </Button>
        </Text>
        <Text size="xs" c="dimmed" id={rulesId}>
          {t('upload.rules', { kinds, size: format.bytes(rules.maxBytes) })}
        </Text>
        <input
          ref={input}
          type="file"
          hidden
          aria-label={label}
          multiple={multiple}
          accept={rules.extensions.join(',')}
          onChange={(event) => {
            take([...(event.currentTarget.files ?? [])]);
            event.currentTarget.value = '';
          }}
        />
      </div>
      {refused.length > 0 && (
        <div role="alert" className={classes.refused}>
          {refused.map((refusal) => (
            <p key={refusal.file.name}>{whyRefused(refusal)}</p>
          ))}
        </div>
      )}
      {entries.length > 0 && (
        <ul className={classes.list} aria-label={t('upload.list')}>
          {entries.map((entry) => (
            <UploadLine key={entry.id} entry={entry} onPause={() => pause(entry.id)} onResume={() => resume(entry.id)} onRemove={() => remove(entry)} />
          ))}
        </ul>
      )}
    </section>
  );
}

function UploadLine({ entry, onPause, onResume, onRemove }: { entry: UploadEntry; onPause(): void; onResume(): void; onRemove(): void }) {
  const { t } = useTranslation('ui');
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
        <ActionIcon variant="subtle" color="gray" aria-label={t('upload.pause', { name })} onClick={onPause}>
          <IconPlayerPause size={18} aria-hidden />
        </ActionIcon>
      )}
      {entry.is === 'PAUSED' && (
        <ActionIcon variant="subtle" color="gray" aria-label={t('upload.resume', { name })} onClick={onResume}>
          <IconPlayerPlay size={18} aria-hidden />
        </ActionIcon>
      )}
      {entry.is === 'FAILED' && entry.failure?.is === 'BROKEN' && (
        <ActionIcon variant="subtle" color="gray" aria-label={t('upload.retry', { name })} onClick={onResume}>
          <IconRefresh size={18} aria-hidden />
        </ActionIcon>
      )}
      <ActionIcon variant="subtle" color="gray" aria-label={entry.is === 'DONE' ? t('upload.removed', { name }) : t('upload.cancel', { name })} onClick={onRemove}>
        <IconX size={18} aria-hidden />
      </ActionIcon>
    </li>
  );
}
