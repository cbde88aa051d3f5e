import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { queryState } from '@milepost/web/apollo/list-state.ts';
import { problemsOf, useAct } from '@milepost/web/apollo/use-act.ts';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { ConfirmDialog } from '@milepost/web/ui/confirm-dialog.tsx';
import { ErrorState } from '@milepost/web/ui/error-state.tsx';
import { IconArchive, IconPencil } from '@milepost/web/ui/icons.ts';
import { LostPage } from '@milepost/web/ui/lost-page.tsx';
import { Markdown } from '@milepost/web/ui/markdown.tsx';
import { notify } from '@milepost/web/ui/notify.ts';
import { PageHeading } from '@milepost/web/ui/page-heading.tsx';
import { PageSkeleton } from '@milepost/web/ui/skeletons.tsx';
import { type ReactNode, useState } from 'react';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { Link } from 'react-router';
import type { LearningObjectStatus } from '../../gql/schema-types.ts';
import { paths } from '../../paths.ts';
import { ContentStatus } from './content-status.tsx';
import classes from './content.module.css';
import { type ContentItemPartsFragment, UpdateContentDocument, useContentItemQuery } from './content.generated.ts';
import { CourseModules } from './course-modules.tsx';
import { EditContentDialog } from './edit-content.tsx';

interface ContentViewProps {
  id: string;
  /** "Assign", for what is in use. */
  assign(item: ContentItemPartsFragment): ReactNode;
  /** What else there is to tell of it. */
  more?: ReactNode;
}

/** One course or module: what it is, what it shows, and for a course its modules. */
export function ContentView({ id, assign, more }: ContentViewProps) {
  const { t } = useTranslation(['content', 'admin']);
  const format = useFormat();
  const query = useContentItemQuery({ variables: { id }, fetchPolicy: 'cache-and-network' });
  const state = queryState(query);
  if (state.is === 'loading') return <PageSkeleton />;
  if (state.is === 'failed') return <ErrorState failure={state.failure} onRetry={state.retry} order={1} />;
  const item = query.data?.learningObject;
  if (!item) return <LostPage home={paths.content.to()} />;
  const facts = [
    item.contentKind ? t(`contentKind.${item.contentKind}`) : t(`kind.${item.kind}`),
    format.languageName(item.language),
    item.durationMinutes ? format.duration(item.durationMinutes) : '',
    ...item.credits.map((credit) => `${credit.amount} ${credit.creditType}`),
  ];
  return (
    <Stack gap="lg">
      <div>
        <Anchor component={Link} size="sm" to={paths.content.to()}>
          {t('admin:nav.content')}
        </Anchor>
        <PageHeading
          title={item.name}
          note={
            <Group gap="xs">
              <ContentStatus status={item.status} />
              {facts.filter(Boolean).join(' · ')}
            </Group>
          }
          action={
            <Group gap="xs">
              {item.viewerCan.edit && <Actions item={item} onStale={() => void query.refetch()} />}
              {item.status === 'ACTIVE' && assign(item)}
            </Group>
          }
        />
      </div>
      {item.description && <Markdown text={item.description} />}
      {item.kind === 'MODULE' ? <ModuleContent item={item} /> : <CourseModules course={item} onChanged={() => void query.refetch().catch(() => {})} />}
      {more}
    </Stack>
  );
}

function Actions({ item, onStale }: { item: ContentItemPartsFragment; onStale(): void }) {
  const { t } = useTranslation('content');
  const act = useAct();
  const [editing, setEditing] = useState(false);
  const [retiring, setRetiring] = useState(false);
  const setStatus = async (status: LearningObjectStatus) => {
    const answer = await act(UpdateContentDocument, { id: item.id, rowVersion: item.rowVersion, status });
    if (answer.is === 'FAILED') return notify({ tone: 'danger', title: t('modules.failed') });
    const problem = problemsOf(answer.data.updateLearningObject)[0];
    if (problem) {
      notify({ tone: 'danger', title: t('modules.failed'), text: problem.message });
      onStale();
    }
    setRetiring(false);
  };
  return (
    <Group gap="xs">
      {item.status === 'ACTIVE' ? (
        <Button variant="default" leftSection={<IconArchive size={18} aria-hidden />} onClick={() => setRetiring(true)}>
          {t('retire.button')}
        </Button>
      ) : (
        <Button variant="default" onClick={() => void setStatus('ACTIVE')}>
          {t('retire.activate')}
        </Button>
      )}
      <Button leftSection={<IconPencil size={18} aria-hidden />} onClick={() => setEditing(true)}>
        {t('edit.button')}
      </Button>
      <EditContentDialog item={item} opened={editing} onClose={() => setEditing(false)} />
      <ConfirmDialog opened={retiring} title={t('retire.title', { name: item.name })} confirmLabel={t('retire.button')} onConfirm={() => setStatus('RETIRED')} onClose={() => setRetiring(false)}>
        {t('retire.text')}
      </ConfirmDialog>
    </Group>
  );
}

function ModuleContent({ item }: { item: ContentItemPartsFragment }) {
  const { t } = useTranslation('content');
  const format = useFormat();
  return (
    <Stack>
      <Text size="sm" c="dimmed">
        {item.completionRule && t('completeWhen', { rule: t(`rule.${item.completionRule}`) })}
        {item.completionRule === 'VIEWED' && item.completionPercent ? ` · ${format.percent(item.completionPercent / 100)}` : ''}
      </Text>
      {item.article && <Markdown text={item.article} />}
      {item.url && (
        <Anchor href={item.url} target="_blank" rel="noreferrer noopener">
          {item.url}
        </Anchor>
      )}
      {item.contentKind === 'VIDEO' && item.file && (
        // What is shown are the uploads of the organization, which bring no captions of their own.
        <video className={classes.video} src={item.file.url} controls preload="metadata" aria-label={item.name} />
      )}
      {item.file && (
        <Anchor href={item.file.url} target="_blank" rel="noreferrer">
          {t('openFile', { name: item.file.name, size: format.bytes(item.file.size) })}
        </Anchor>
      )}
    </Stack>
  );
}
