import { Button } from '@mantine/core';
import { IconLink } from '@milepost/web/ui/icons.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import classes from './content.module.css';
import type { ContentViewProps } from './content-view.tsx';

/** Something elsewhere on the web, opened beside this page. */
export function LinkView({ module, label, header, footer, report, flush }: ContentViewProps) {
  const { t } = useTranslation('learner');
  const host = hostOf(module.url);
  const opened = () => {
    // Opening is what can be seen of it from here; whether it was done, the learner says.
    report({ viewed: 1, resumeAt: null, reachedEnd: true });
    flush();
  };
  return (
    <div className={classes.scroll}>
      <div className={classes.page}>
        {header}
        <p>{t('player.linkText', { host })}</p>
        <p>
          <Button
            component="a"
            href={module.url ?? undefined}
            target="_blank"
            rel="noopener noreferrer"
            variant={module.state === 'COMPLETED' ? 'default' : 'filled'}
            leftSection={<IconLink size={18} aria-hidden />}
            onClick={opened}
            aria-label={t('player.openLinkLabel', { name: label, host })}
          >
            {t('player.openLink')}
          </Button>
        </p>
        {footer}
      </div>
    </div>
  );
}

function hostOf(url: string | null): string {
  try {
    return new URL(url ?? '').host;
  } catch {
    return url ?? '';
  }
}
