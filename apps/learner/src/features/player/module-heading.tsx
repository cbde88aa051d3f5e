import { Title } from '@mantine/core';
import { useFocusOnArrival } from '@milepost/web/ui/page-title.tsx';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { useEffect, useRef } from 'react';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import classes from './content.module.css';
import type { PlayerModuleFragment } from './player-module.generated.ts';

/** The module shown last: the first one of a visit leaves the focus to the browser. */
let shownLast: string | undefined;

/** The name of the module that is open. It names the document and, after a step within the player, takes the focus. */
export function ModuleHeading({ module, courseName }: { module: PlayerModuleFragment; courseName: string }) {
  const { t } = useTranslation('learner');
  const format = useFormat();
  const heading = useRef<HTMLHeadingElement>(null);
  useFocusOnArrival(heading, module.name === courseName ? module.name : t('player.title', { module: module.name, course: courseName }));
  useEffect(() => {
    if (shownLast !== undefined && shownLast !== module.id) heading.current?.focus({ preventScroll: true });
    shownLast = module.id;
  }, [module.id]);
  return (
    <div className={classes.heading}>
      <Title order={1} ref={heading} tabIndex={-1} size="h2">
        {module.name}
      </Title>
      <p className={classes.quiet}>{[t(`player.kind.${module.contentKind}`), module.durationMinutes ? format.duration(module.durationMinutes) : ''].filter(Boolean).join(' · ')}</p>
    </div>
  );
}
