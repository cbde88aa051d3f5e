import { Button, Text } from '@mantine/core';
import { useId, useRef, useState } from 'react';
import { useTranslation } from '../i18n/use-translation.tsx';
import { useFormat } from '../i18n/format.ts';
import classes from './file-upload.module.css';
import { IconUpload } from './icons.ts';
import { UploadList } from './upload-list.tsx';
import { type RefusedFile, refuseFile, type UploadRules } from './upload-transport.ts';
import type { Uploads } from './uploads.ts';

interface FileUploadProps {
  label: string;
  rules: UploadRules;
  uploads: Uploads;
  multiple?: boolean;
}

/** A place to drop or choose files, and each file's way to the server. */
export function FileUpload({ label, rules, uploads, multiple = false }: FileUploadProps) {
  const { t } = useTranslation('work');
  const format = useFormat();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [refused, setRefused] = useState<readonly RefusedFile[]>([]);
  const rulesId = useId();
  const kinds = format.list(rules.extensions.map((extension) => extension.slice(1).toUpperCase()));

  const take = (files: readonly File[]) => {
    const chosen = multiple ? files : files.slice(0, 1);
    const judged = chosen.map((file) => ({ file, refusal: refuseFile(file, rules) }));
    setRefused(judged.flatMap(({ refusal }) => (refusal ? [refusal] : [])));
    for (const { file, refusal } of judged) if (!refusal) uploads.add(file);
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
      <UploadList uploads={uploads} />
    </section>
  );
}
