import { useFormat } from '@milepost/web/i18n/format.ts';
import { IconBooks, IconCircle, IconCircleCheck, IconFile, IconLink, IconLock, IconPlayerPlay, IconProgress } from '@milepost/web/ui/icons.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { Link } from 'react-router';
import { playerPath } from '../../paths.ts';
import classes from './outline.module.css';
import type { PlayerModuleFragment } from './player-module.generated.ts';

const kindIcons = { ARTICLE: IconBooks, VIDEO: IconPlayerPlay, DOCUMENT: IconFile, LINK: IconLink } as const;
const stateIcons = { NOT_STARTED: IconCircle, IN_PROGRESS: IconProgress, COMPLETED: IconCircleCheck, LOCKED: IconLock } as const;

interface OutlineProps {
  courseId: string;
  enrollmentId: string | null;
  modules: readonly PlayerModuleFragment[];
  currentId: string;
  onChosen?(): void;
}

/** What a course is made of and how far each part is; each leads there. */
export function Outline({ courseId, enrollmentId, modules, currentId, onChosen }: OutlineProps) {
  const { t } = useTranslation('learner');
  const format = useFormat();
  return (
    <nav aria-label={t('player.outline')}>
      <ol className={classes.list}>
        {modules.map((module) => {
          const state = module.lockedBecause && module.state !== 'COMPLETED' ? 'LOCKED' : (module.state as keyof typeof stateIcons);
          const StateIcon = stateIcons[state];
          const KindIcon = kindIcons[module.contentKind];
          return (
            <li key={module.id}>
              <Link
                to={playerPath(courseId, enrollmentId, module.id)}
                className={classes.module}
                data-state={state}
                aria-current={module.id === currentId ? 'true' : undefined}
                onClick={onChosen}
              >
                <StateIcon size={20} stroke={1.9} role="img" aria-label={t(`plan.itemState.${state}`)} className={classes.state} />
                <span className={classes.text}>
                  <span>{module.name}</span>
                  <span className={classes.facts}>
                    <KindIcon size={14} aria-hidden />{' '}
                    {[
                      t(`player.kind.${module.contentKind}`),
                      module.durationMinutes ? format.duration(module.durationMinutes) : '',
                      state === 'IN_PROGRESS' && module.progress > 0 ? format.percent(module.progress) : '',
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </span>
              </Link>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
