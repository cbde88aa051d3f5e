import { lazy, type ReactNode, Suspense, useId, useState } from 'react';
import classes from './hint.module.css';

const HintBubble = lazy(async () => ({ default: (await import('./hint-bubble.tsx')).HintBubble }));

/**
 * Text that tells more on hover and on keyboard focus; screen readers hear both. The bubble can be dismissed with Escape
 * and pointed into (WCAG 1.4.13); its code is loaded with the first use.
 */
export function Hint({ more, children }: { more: string; children: ReactNode }) {
  const [target, setTarget] = useState<HTMLElement | null>(null);
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    // A text with a description must be reachable by keyboard, hence the tab stop.
    <span
      ref={setTarget}
      tabIndex={0}
      role="note"
      aria-describedby={id}
      className={classes.target}
      onPointerEnter={() => setOpen(true)}
      onPointerLeave={() => setOpen(false)}
      onFocus={() => setOpen(true)}
      onBlur={() => setOpen(false)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && open) {
          event.stopPropagation();
          setOpen(false);
        }
      }}
    >
      {children}
      <span id={id} className={classes.spoken}>
        {more}
      </span>
      {open && target && (
        <Suspense fallback={null}>
          <HintBubble target={target} text={more} />
        </Suspense>
      )}
    </span>
  );
}
