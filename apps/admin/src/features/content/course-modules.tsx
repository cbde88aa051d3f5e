import { ActionIcon, Anchor, Stack, Text, Title } from '@mantine/core';
import { problemsOf, useAct } from '@milepost/web/apollo/use-act.ts';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { EmptyState } from '@milepost/web/ui/empty-state.tsx';
import { IconArrowDown, IconArrowUp, IconX } from '@milepost/web/ui/icons.ts';
import { useAnnounce } from '@milepost/web/ui/live-region.tsx';
import { notify } from '@milepost/web/ui/notify.ts';
import { useRef } from 'react';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { Link } from 'react-router';
import { paths } from '../../paths.ts';
import { AddModule } from './add-module.tsx';
import classes from './content.module.css';
import { type ContentItemPartsFragment, UpdateContentDocument } from './content.generated.ts';

/** The modules of a course in their order: moved and taken out by buttons, added at the end. */
export function CourseModules({ course, onChanged }: { course: ContentItemPartsFragment; onChanged(): void }) {
  const { t } = useTranslation('content');
  const format = useFormat();
  const announce = useAnnounce();
  const act = useAct();
  const saving = useRef(false);
  const { modules, viewerCan } = course;

  const save = async (ids: readonly string[], said: string) => {
    if (saving.current) return;
    saving.current = true;
    const answer = await act(UpdateContentDocument, { id: course.id, rowVersion: course.rowVersion, moduleIds: [...ids] });
    saving.current = false;
    if (answer.is === 'FAILED') return notify({ tone: 'danger', title: t('modules.failed') });
    const result = answer.data.updateLearningObject;
    if (result.__typename === 'LearningObject') return announce(said);
    notify({ tone: 'danger', title: t('modules.failed'), text: problemsOf(result)[0]?.message });
    onChanged();
  };
  const ids = modules.map((module) => module.id);
  const move = (index: number, to: number) => {
    const id = ids[index];
    if (id === undefined || to < 0 || to >= ids.length) return;
    void save(ids.toSpliced(index, 1).toSpliced(to, 0, id), t('modules.moved', { name: modules[index]?.name ?? '', place: to + 1, total: ids.length }));
  };
  return (
    <Stack component="section">
      <Title order={2}>{t('modules.title')}</Title>
      {modules.length === 0 ? (
        <EmptyState order={3} title={t('modules.emptyTitle')} text={t('modules.emptyText')} />
      ) : (
        <ol className={classes.modules}>
          {modules.map((module, index) => (
            <li key={module.id} className={classes.module}>
              <span className={classes.moduleName}>
                <Anchor component={Link} to={paths.contentItem.to({ contentId: module.id })}>
                  {module.name}
                </Anchor>
                <Text size="xs" c="dimmed">
                  {[module.contentKind && t(`contentKind.${module.contentKind}`), module.durationMinutes && format.duration(module.durationMinutes)].filter(Boolean).join(' · ')}
                </Text>
              </span>
              {viewerCan.edit && (
                <>
                  <ActionIcon variant="subtle" color="gray" aria-disabled={index === 0} aria-label={t('modules.up', { name: module.name })} onClick={() => move(index, index - 1)}>
                    <IconArrowUp size={18} aria-hidden />
                  </ActionIcon>
                  <ActionIcon variant="subtle" color="gray" aria-disabled={index === ids.length - 1} aria-label={t('modules.down', { name: module.name })} onClick={() => move(index, index + 1)}>
                    <IconArrowDown size={18} aria-hidden />
                  </ActionIcon>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={t('modules.remove', { name: module.name })}
                    onClick={() => void save(ids.filter((id) => id !== module.id), t('modules.removed', { name: module.name }))}
                  >
                    <IconX size={18} aria-hidden />
                  </ActionIcon>
                </>
              )}
            </li>
          ))}
        </ol>
      )}
      {/* One place for both, so that uploads go on when the first module comes. */}
      <div>{viewerCan.edit && <AddModule courseId={course.id} language={course.language} onAdded={onChanged} />}</div>
    </Stack>
  );
}
