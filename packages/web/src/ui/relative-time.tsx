import { useEffect, useState } from 'react';
import { useFormat } from '../i18n/format.ts';
import { Hint } from './hint.tsx';
import classes from './relative-time.module.css';

const minuteMs = 60_000;

/** How long ago (or how soon) an instant (ISO 8601) is, with the exact time and zone on hover and focus; keeps itself current every minute. */
export function RelativeTime({ instant, now: fixedNow }: { instant: string; now?: Date }) {
  const format = useFormat();
  const [ticking, setTicking] = useState(() => new Date());
  useEffect(() => {
    if (fixedNow) return;
    const timer = setInterval(() => setTicking(new Date()), minuteMs);
    return () => clearInterval(timer);
  }, [fixedNow]);
  const at = new Date(instant);
  return (
    <Hint more={format.dateTime(at, { withZone: true })}>
      <time dateTime={instant} className={classes.time}>{format.relative(at, fixedNow ?? ticking)}</time>
    </Hint>
  );
}
