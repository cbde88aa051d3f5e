import { lazy, type ReactNode, Suspense } from 'react';
import { useTranslation } from '../i18n/use-translation.tsx';
import classes from './empty-state.module.css';
import { IconAlertTriangle, IconCloudOff, IconRefresh } from './icons.ts';
import { PlainButton } from './plain-button.tsx';
import { Heading, Quiet } from './plain-text.tsx';

// Few failures have a trace to copy; it can be read before this is there.
const CopyableId = lazy(async () => ({ default: (await import('./copyable-id.tsx')).CopyableId }));

/** What went wrong, told so that the reader can go on. */
export interface Failure {
  /** NETWORK: not reached. SERVER: reached, and failed on our side. FORBIDDEN: not for this reader, now or any more. OTHER: `text` says it. */
  readonly kind: 'NETWORK' | 'SERVER' | 'FORBIDDEN' | 'OTHER';
  readonly title?: string;
  readonly text?: string;
  /** NOTHING was lost; INPUT is kept on the page; UNSURE whether the last write arrived. */
  readonly lost: 'NOTHING' | 'INPUT' | 'UNSURE';
  /** To quote to an administrator. */
  readonly traceId?: string;
}

const lostTexts = { NOTHING: 'error.nothingLost', INPUT: 'error.inputKept', UNSURE: 'error.unsureLost' } as const;

interface ErrorStateProps {
  failure: Failure;
  onRetry?: () => void;
  action?: ReactNode;
  order?: 1 | 2 | 3;
}

/** What happened, whether anything was lost, what to do; in the place of what failed. */
export function ErrorState({ failure, onRetry, action, order = 2 }: ErrorStateProps) {
  const { t } = useTranslation('ui');
  const network = failure.kind === 'NETWORK';
  const forbidden = failure.kind === 'FORBIDDEN';
  const title = failure.title ?? t(network ? 'error.networkTitle' : forbidden ? 'error.forbiddenTitle' : 'error.loadTitle');
  const text = failure.text ?? t(network ? 'error.networkText' : forbidden ? 'error.forbiddenText' : 'error.serverText');
  const IconShown = network ? IconCloudOff : IconAlertTriangle;
  return (
    <div className={classes.root} role="alert">
      <span className={classes.icon} data-tone="danger">
        <IconShown size={26} stroke={1.6} aria-hidden />
      </span>
      <Heading order={order} size="h3">
        {title}
      </Heading>
      <Quiet className={classes.text}>
        <p style={{ margin: 0 }}>{text}</p>
        <p style={{ margin: 0 }}>{t(lostTexts[failure.lost])}</p>
        {failure.traceId && (
          <p style={{ margin: 0 }}>
            {t('error.trace')}{' '}
            <Suspense fallback={<code>{failure.traceId}</code>}>
              <CopyableId value={failure.traceId} label={t('error.trace')} />
            </Suspense>
          </p>
        )}
      </Quiet>
      {((onRetry && !forbidden) || action) && (
        <div className={classes.action}>
          {onRetry && !forbidden && (
            <PlainButton look="OUTLINED" icon={<IconRefresh size={16} aria-hidden />} onClick={onRetry}>
              {t('action.retry')}
            </PlainButton>
          )}
          {action}
        </div>
      )}
    </div>
  );
}
