import { ActionIcon } from '@mantine/core';
import { useViewer } from '@milepost/web/session/session-context.tsx';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { ErrorState } from '@milepost/web/ui/error-state.tsx';
import { IconChevronRight } from '@milepost/web/ui/icons.ts';
import { useAnnounce } from '@milepost/web/ui/live-region.tsx';
import { SkeletonBar } from '@milepost/web/ui/skeletons.tsx';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import contentClasses from './content.module.css';
import type { ContentViewProps } from './content-view.tsx';
import classes from './document-view.module.css';
import { type OpenPdf, openPdf } from './open-pdf.ts';
import { loadSeen, saveSeen } from './seen-ranges.ts';
import { viewedShare } from './viewed-share.ts';

const zooms = [0.5, 0.75, 1, 1.25, 1.5, 2, 3] as const;
/** A page that was only leafed past has not been seen. */
const seenAfterMs = 1000;

/** A PDF, page by page. How far is the share of pages seen; it goes on at the page where it was left. */
export function DocumentView({ module, label, header, footer, report, flush }: ContentViewProps) {
  const { t } = useTranslation('learner');
  const { pdf, failed, retry } = usePdf(module.fileUrl);
  const [first] = useState(() => (module.state === 'COMPLETED' ? 1 : Math.max(1, Math.round(module.resumeAt ?? 1))));
  const [page, setPage] = useState(first);
  const [zoom, setZoom] = useState(1);
  const announce = useAnnounce();
  const shown = pdf ? Math.min(page, pdf.pages) : page;
  usePagesSeen(module, pdf?.pages, shown, { report, flush });

  const go = (to: number) => {
    if (!pdf || to < 1 || to > pdf.pages) return;
    setPage(to);
    announce(t('player.pageOf', { page: to, pages: pdf.pages }));
  };
  const zoomBy = (step: 1 | -1) => setZoom((now) => zooms[zooms.indexOf(now as 1) + step] ?? now);
  const onKey = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.target !== event.currentTarget) return;
    const act = { ArrowRight: () => go(shown + 1), PageDown: () => go(shown + 1), ArrowLeft: () => go(shown - 1), PageUp: () => go(shown - 1), Home: () => go(1), End: () => go(pdf?.pages ?? 1), '+': () => zoomBy(1), '-': () => zoomBy(-1) }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };

  if (failed) {
    return (
      <div className={contentClasses.page}>
        {header}
        <ErrorState failure={{ kind: 'OTHER', title: t('player.documentFailed'), text: t('player.documentFailedText'), lost: 'NOTHING' }} onRetry={retry} />
      </div>
    );
  }
  return (
    <div className={contentClasses.scroll}>
      <div className={contentClasses.wide}>
        {header}
        <div className={classes.bar} role="toolbar" aria-label={t('player.documentTools')}>
          <ActionIcon variant="default" size="lg" aria-label={t('player.pageBefore')} disabled={shown <= 1} onClick={() => go(shown - 1)}>
            <IconChevronRight size={18} className={classes.back} aria-hidden />
          </ActionIcon>
          <PageField page={shown} pages={pdf?.pages} onPage={go} />
          <ActionIcon variant="default" size="lg" aria-label={t('player.pageAfter')} disabled={!pdf || shown >= pdf.pages} onClick={() => go(shown + 1)}>
            <IconChevronRight size={18} aria-hidden />
          </ActionIcon>
          <Zoom zoom={zoom} onZoom={zoomBy} />
        </div>
        <div className={classes.stage} tabIndex={0} role="region" aria-label={label} aria-busy={!pdf} onKeyDown={onKey}>
          {pdf ? <Page pdf={pdf} page={shown} zoom={zoom} /> : <SkeletonBar height="60dvh" />}
        </div>
        {footer}
      </div>
    </div>
  );
}

function PageField({ page, pages, onPage }: { page: number; pages: number | undefined; onPage(to: number): void }) {
  const { t } = useTranslation('learner');
  return (
    <label className={classes.pageField}>
      {t('player.page')}
      <input
        key={page}
        type="number"
        min={1}
        max={pages}
        defaultValue={page}
        onBlur={(event) => onPage(event.currentTarget.valueAsNumber)}
        onKeyDown={(event) => event.key === 'Enter' && onPage(event.currentTarget.valueAsNumber)}
      />
      <span>{t('player.ofPages', { pages: pages ?? '…' })}</span>
    </label>
  );
}

function Zoom({ zoom, onZoom }: { zoom: number; onZoom(step: 1 | -1): void }) {
  const { t } = useTranslation('learner');
  const format = useFormat();
  return (
    <span className={classes.zoom}>
      <ActionIcon variant="default" size="lg" aria-label={t('player.smaller')} disabled={zoom === zooms[0]} onClick={() => onZoom(-1)}>
        −
      </ActionIcon>
      <output className={classes.percent} aria-label={t('player.zoom')}>
        {format.number(Math.round(zoom * 100))} %
      </output>
      <ActionIcon variant="default" size="lg" aria-label={t('player.larger')} disabled={zoom === zooms.at(-1)} onClick={() => onZoom(1)}>
        +
      </ActionIcon>
    </span>
  );
}

/** One page, drawn again when it, its zoom or the room for it changes. */
function Page({ pdf, page, zoom }: { pdf: OpenPdf; page: number; zoom: number }) {
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const textLayer = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const box = frame.current?.parentElement;
    if (!box) return;
    const observer = new ResizeObserver(() => setWidth(Math.floor(box.clientWidth)));
    observer.observe(box);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    if (width === 0 || !canvas.current || !textLayer.current) return;
    const abort = new AbortController();
    // Drawing that was given up for another page is no failure.
    pdf.draw(page, { canvas: canvas.current, textLayer: textLayer.current, width: Math.min(width, 900), zoom, signal: abort.signal }).catch(() => {});
    return () => abort.abort();
  }, [pdf, page, zoom, width]);
  return (
    <div ref={frame} className={classes.page}>
      <canvas ref={canvas} aria-hidden />
      <div ref={textLayer} className={classes.text} />
    </div>
  );
}

function usePdf(url: string | null) {
  const [pdf, setPdf] = useState<OpenPdf>();
  const [failed, setFailed] = useState(url === null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (!url) return;
    let over = false;
    const opening = openPdf(url);
    opening.then(
      (opened) => !over && setPdf(opened),
      () => !over && setFailed(true),
    );
    return () => {
      over = true;
      void opening.then((opened) => opened.close()).catch(() => {});
    };
  }, [url, attempt]);
  const retry = () => {
    setFailed(false);
    setAttempt(attempt + 1);
  };
  return { pdf, failed, retry };
}

/** Reports each page once it has been looked at for `seenAfterMs`. */
function usePagesSeen(module: ContentViewProps['module'], pages: number | undefined, page: number, { report, flush }: Pick<ContentViewProps, 'report' | 'flush'>): void {
  const { personId } = useViewer();
  const { id } = module;
  const known = useRef(viewedShare(module));
  useEffect(() => {
    if (!pages) return;
    const seen = loadSeen(personId, id, { viewed: known.current, length: pages });
    const timer = setTimeout(() => {
      seen.add(page - 1, page);
      saveSeen(personId, id, seen);
      report({ viewed: Math.max(known.current, seen.share(pages)), resumeAt: page, reachedEnd: page === pages });
      if (page === pages) flush();
    }, seenAfterMs);
    return () => clearTimeout(timer);
  }, [pages, page, personId, id, report, flush]);
}
