import { Button, Group, Input, Stack, TextInput } from '@mantine/core';
import { PLAN_LIMITS } from '@milepost/domain';
import { tusTransport } from '@milepost/web/files/upload.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { FileUpload } from '@milepost/web/ui/file-upload.tsx';
import { PlanCover } from '@milepost/web/ui/plan-cover.tsx';
import { usePageUploads } from '@milepost/web/ui/use-uploads.ts';
import { useState } from 'react';
import classes from './cover-field.module.css';
import type { EditedVersionFragment } from './plan-draft.generated.ts';
import { usePlanEditing } from './plan-editing.tsx';
import { useBasics } from './use-basics.ts';
import { useProblemsOf } from './use-problems-of.ts';
import { useTyped } from './use-typed.ts';

const transport = tusTransport({ endpoint: '/files/uploads', metadata: { purpose: 'COVER' } });
const rules = { maxBytes: 5_000_000, extensions: ['.png', '.jpg', '.jpeg', '.webp'] };

type Cover = Pick<NonNullable<EditedVersionFragment['cover']>, 'fileId' | 'alt'>;

/** The picture of the plan with what is to be seen on it, as its card has it. What stands there stays until another picture has arrived. */
export function CoverField() {
  const { t } = useTranslation(['plans', 'ui']);
  const { version, queue, revision } = usePlanEditing();
  const save = useBasics();
  const problems = useProblemsOf();
  const [cover, setCover] = useTyped<Cover | null>(version.cover, revision);
  const [replacing, setReplacing] = useState(false);
  const words = (of: Cover | null): string => of?.alt || t(of ? 'cover.picture' : 'field.none');
  const keep = (next: Cover | null, when?: 'after typing') => {
    setCover(next);
    save('cover', t('field.cover'), words(next), (draft) => words(draft.cover), { cover: next && { fileId: next.fileId, alt: next.alt } }, when);
  };
  const uploads = usePageUploads(transport, (_, fileId) => {
    for (const { id } of uploads.entries()) uploads.remove(id);
    setReplacing(false);
    keep({ fileId, alt: cover?.alt ?? '' });
  });
  const error = queue.refused['basics.cover'] ?? problems('plan', 'cover');
  const stopReplacing = () => {
    for (const { id } of uploads.entries()) uploads.remove(id);
    setReplacing(false);
  };

  return (
    <Stack gap="xs" data-field="cover" role="group" aria-label={t('field.cover')}>
      <Input.Label component="div">{t('field.cover')}</Input.Label>
      <Input.Description>{t('cover.text')}</Input.Description>
      {cover && (
        <>
          <PlanCover cover={{ url: `/files/${cover.fileId}`, alt: cover.alt }} className={classes.picture} />
          <TextInput
            label={t('cover.alt')}
            description={t('cover.altText')}
            required
            maxLength={PLAN_LIMITS.coverAlt}
            value={cover.alt}
            error={error}
            onChange={(event) => keep({ fileId: cover.fileId, alt: event.currentTarget.value }, 'after typing')}
          />
          <Group gap="sm">
            <Button variant="default" size="sm" aria-expanded={replacing} onClick={() => (replacing ? stopReplacing() : setReplacing(true))}>
              {replacing ? t('cover.keep') : t('cover.replace')}
            </Button>
            <Button variant="subtle" size="sm" color="red" onClick={() => keep(null)}>
              {t('cover.remove')}
            </Button>
          </Group>
        </>
      )}
      {(!cover || replacing) && <FileUpload label={t('cover.upload')} rules={rules} uploads={uploads} />}
      {!cover && <Input.Error>{error}</Input.Error>}
    </Stack>
  );
}
