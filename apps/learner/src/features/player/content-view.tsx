import { Button } from '@mantine/core';
import { ErrorState } from '@milepost/web/ui/error-state.tsx';
import { IconCircleCheck } from '@milepost/web/ui/icons.ts';
import { Markdown } from '@milepost/web/ui/markdown.tsx';
import { PageSkeleton } from '@milepost/web/ui/skeletons.tsx';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { lazy, type ReactNode, Suspense } from 'react';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import classes from './content.module.css';
import { ModuleHeading } from './module-heading.tsx';
import type { PlayerModuleFragment } from './player-module.generated.ts';
import { type ContentReporter, useReporter } from './use-reporter.ts';

/** What every kind of content is shown with. */
export interface ContentViewProps extends ContentReporter {
  module: PlayerModuleFragment;
  /** What it is called, for screen readers. */
  label: string;
  header: ReactNode;
  /** Stands below the content. */
  footer: ReactNode;
}

const views = {
  ARTICLE: lazy(async () => ({ default: (await import('./article-view.tsx')).ArticleView })),
  VIDEO: lazy(async () => ({ default: (await import('./video-view.tsx')).VideoView })),
  DOCUMENT: lazy(async () => ({ default: (await import('./document-view.tsx')).DocumentView })),
  LINK: lazy(async () => ({ default: (await import('./link-view.tsx')).LinkView })),
} as const;

interface ContentProps {
  module: PlayerModuleFragment;
  courseId: string;
  courseName: string;
}

/** A module's content by its kind, with its heading, and what the learner has to say themselves. Give it the module's id as `key`. */
export function Content({ module, courseId, courseName }: ContentProps) {
  const { t } = useTranslation('learner');
  const { refused, ...reporter } = useReporter(module.id, courseId);
  const View = views[module.contentKind];
  return (
    <Suspense fallback={<div className={classes.page}><PageSkeleton /></div>}>
      <View
        module={module}
        label={t('player.contentOf', { name: module.name })}
        header={
          <>
            <ModuleHeading module={module} courseName={courseName} />
            {refused && <ErrorState failure={{ kind: 'OTHER', title: t('player.refused'), text: refused, lost: 'NOTHING' }} />}
            {module.description && (
              <div className={classes.about}>
                <Markdown text={module.description} headingsFrom={2} />
              </div>
            )}
          </>
        }
        footer={<Completion module={module} reporter={reporter} />}
        {...reporter}
      />
    </Suspense>
  );
}

/** When it counts as done, in words; and the button of those that only the learner can call done. */
function Completion({ module, reporter }: { module: PlayerModuleFragment; reporter: ContentReporter }) {
  const { t } = useTranslation('learner');
  const format = useFormat();
  if (module.state === 'COMPLETED') {
    return (
      <p className={classes.completed}>
        <IconCircleCheck size={20} aria-hidden />
        {module.completedOn ? t('player.completedOn', { date: format.date(module.completedOn) }) : t('player.completed')}
      </p>
    );
  }
  if (module.completionRule !== 'CONFIRMED') {
    return <p className={classes.rule}>{module.completionRule === 'READ' ? t('player.ruleRead') : t('player.ruleViewed', { percent: format.percent((module.completionPercent ?? 100) / 100) })}</p>;
  }
  return (
    <div className={classes.confirm}>
      <p className={classes.rule}>{t('player.ruleConfirmed')}</p>
      <Button
        leftSection={<IconCircleCheck size={18} aria-hidden />}
        onClick={() => {
          reporter.report({ viewed: 1, resumeAt: null, confirmed: true });
          reporter.flush();
        }}
      >
        {t('player.confirm')}
      </Button>
    </div>
  );
}
