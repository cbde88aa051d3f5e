import { useEffect, useRef, useState } from 'react';
import { useTranslation } from '../i18n/use-translation.tsx';
import { IconCheck, IconCloudOff, IconPlugConnectedX } from './icons.ts';
import classes from './offline-banner.module.css';

/** Whether this page hears from the server. RECONNECTING: requests may work, live updates do not. */
export type ConnectionState = 'ONLINE' | 'OFFLINE' | 'RECONNECTING';

const backShownMs = 4000;

/** Tells when the page is cut off, and when it is whole again; says how many changes wait. Silent while all is well. */
export function OfflineBanner({ state, queued = 0 }: { state: ConnectionState; queued?: number }) {
  const { t } = useTranslation('ui');
  const [showBack, setShowBack] = useState(false);
  const wasCut = useRef(false);
  useEffect(() => {
    if (state !== 'ONLINE') {
      wasCut.current = true;
      setShowBack(false);
      return;
    }
    if (!wasCut.current) return;
    wasCut.current = false;
    setShowBack(true);
    const timer = setTimeout(() => setShowBack(false), backShownMs);
    return () => clearTimeout(timer);
  }, [state]);

  return (
    <div role="status" aria-live="polite">
      {state !== 'ONLINE' && (
        <div className={classes.root} data-state={state}>
          {state === 'OFFLINE' ? <IconCloudOff size={18} aria-hidden /> : <IconPlugConnectedX size={18} aria-hidden />}
          <span>
            {state === 'OFFLINE' ? t('offline.offline') : t('offline.reconnecting')}
            {queued > 0 && ` ${t('offline.queued', { count: queued })}`}
          </span>
        </div>
      )}
      {state === 'ONLINE' && showBack && (
        <div className={classes.root} data-state="BACK">
          <IconCheck size={18} aria-hidden />
          <span>{t('offline.back')}</span>
        </div>
      )}
    </div>
  );
}
