import { MarkdownBody } from '@milepost/web/ui/markdown-body.tsx';
import { useEffect, useLayoutEffect, useRef } from 'react';
import classes from './content.module.css';
import type { ContentViewProps } from './content-view.tsx';
import { viewedShare } from './viewed-share.ts';

/** This near to the end is the end: browsers round positions. */
const endSlackPx = 24;

/** A text to read. How far is where the reader's screen ends; reached once its end was on the screen. */
export function ArticleView({ module, label, header, footer, report, flush }: ContentViewProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const furthest = useRef(viewedShare(module));
  const { resumeAt, state } = module;
  // A finished text is opened at its beginning; the place is read once, not followed.
  const start = useRef(state === 'COMPLETED' ? 0 : (resumeAt ?? 0));

  useLayoutEffect(() => {
    const box = scroller.current;
    if (box) box.scrollTop = start.current * (box.scrollHeight - box.clientHeight);
  }, []);
  useEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const tell = () => {
      if (box.scrollHeight === 0) return;
      const reachedEnd = box.scrollTop + box.clientHeight >= box.scrollHeight - endSlackPx;
      furthest.current = Math.max(furthest.current, reachedEnd ? 1 : (box.scrollTop + box.clientHeight) / box.scrollHeight);
      const room = box.scrollHeight - box.clientHeight;
      report({ viewed: round(furthest.current), resumeAt: room > 0 ? round(box.scrollTop / room) : 0, reachedEnd });
      if (reachedEnd) flush();
    };
    tell();
    box.addEventListener('scroll', tell, { passive: true });
    return () => box.removeEventListener('scroll', tell);
  }, [report, flush]);

  return (
    <div ref={scroller} className={classes.scroll} tabIndex={0} role="region" aria-label={label}>
      <div className={classes.page}>
        {header}
        <MarkdownBody text={module.article ?? ''} headingsFrom={2} />
        {footer}
      </div>
    </div>
  );
}

const round = (share: number): number => Math.round(share * 1000) / 1000;
