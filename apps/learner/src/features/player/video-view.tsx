import { useViewer } from '@milepost/web/session/session-context.tsx';
import { ErrorState } from '@milepost/web/ui/error-state.tsx';
import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import classes from './content.module.css';
import type { ContentViewProps } from './content-view.tsx';
import { loadSeen, saveSeen, type SeenRanges } from './seen-ranges.ts';
import { viewedShare } from './viewed-share.ts';

const stepSeconds = 5;
const speeds = [0.75, 1, 1.25, 1.5, 2] as const;
/** A jump further than this between two signs of the player is a seek: nothing of it was watched. */
const mostBetweenSigns = 1.5;

/** A film. How far is the share that was really watched, each second once; it goes on where it was left. */
export function VideoView({ module, label, header, footer, report, flush }: ContentViewProps) {
  const { t } = useTranslation('learner');
  const { personId } = useViewer();
  const video = useRef<HTMLVideoElement>(null);
  const seen = useRef<SeenRanges | undefined>(undefined);
  const lastAt = useRef<number | undefined>(undefined);
  const begin = useRef(module);
  const [failed, setFailed] = useState(false);
  const [speed, setSpeed] = useState<number>(1);

  const begun = useCallback(() => {
    const film = video.current;
    if (!film || seen.current) return;
    const { state, resumeAt, id } = begin.current;
    seen.current = loadSeen(personId, id, { viewed: viewedShare(begin.current), length: film.duration });
    if (state !== 'COMPLETED' && resumeAt && resumeAt < film.duration - 3) film.currentTime = resumeAt;
    lastAt.current = film.currentTime;
  }, [personId]);
  useEffect(() => {
    // What is near may be there before anyone listens.
    if (video.current && video.current.readyState >= HTMLMediaElement.HAVE_METADATA) begun();
  }, [begun]);
  const tell = (reachedEnd = false) => {
    const film = video.current;
    if (!film || !seen.current) return;
    const from = lastAt.current;
    lastAt.current = film.currentTime;
    if (from !== undefined && film.currentTime > from && film.currentTime - from < mostBetweenSigns * film.playbackRate) seen.current.add(from, film.currentTime);
    saveSeen(personId, module.id, seen.current);
    const viewed = Math.round(seen.current.share(film.duration) * 1000) / 1000;
    report({ viewed: Math.max(viewedShare(begin.current), viewed), resumeAt: Math.round(film.currentTime * 10) / 10, reachedEnd });
  };
  const jumped = () => {
    lastAt.current = video.current?.currentTime;
  };
  const onKey = (event: KeyboardEvent) => {
    const film = video.current;
    if (!film || event.altKey || event.ctrlKey || event.metaKey || event.target !== film) return;
    const act = { ' ': toggle, k: toggle, ArrowLeft: () => seek(-stepSeconds), ArrowRight: () => seek(stepSeconds), j: () => seek(-2 * stepSeconds), l: () => seek(2 * stepSeconds), m: mute, f: full }[event.key];
    if (!act) return;
    event.preventDefault();
    // The browser's own controls would take the key too, and jump by another step.
    event.stopPropagation();
    act();

    function toggle() {
      if (film?.paused) void film.play();
      else film?.pause();
    }
    function seek(by: number) {
      if (film) film.currentTime = Math.min(film.duration, Math.max(0, film.currentTime + by));
    }
    function mute() {
      if (film) film.muted = !film.muted;
    }
    function full() {
      void (document.fullscreenElement ? document.exitFullscreen() : film?.requestFullscreen());
    }
  };

  return (
    <div className={classes.scroll}>
      <div className={classes.wide} onKeyDownCapture={onKey}>
        {header}
        {failed ? (
          <ErrorState
            failure={{ kind: 'OTHER', title: t('player.videoFailed'), text: t('player.videoFailedText'), lost: 'NOTHING' }}
            onRetry={() => setFailed(false)}
          />
        ) : (
          <>
            {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- what was uploaded has no track beside it */}
            <video
              ref={video}
              className={classes.video}
              src={module.fileUrl ?? undefined}
              controls
              preload="metadata"
              playsInline
              tabIndex={0}
              aria-label={label}
              aria-describedby={`${module.id}-keys`}
              onLoadedMetadata={begun}
              onTimeUpdate={() => !video.current?.seeking && tell()}
              onSeeking={jumped}
              onSeeked={jumped}
              onPause={() => {
                tell();
                flush();
              }}
              onEnded={() => {
                tell(true);
                flush();
              }}
              onError={() => setFailed(true)}
            />
            <div className={classes.tools}>
              <label className={classes.tool}>
                {t('player.speed')}
                <select
                  value={speed}
                  onChange={(event) => {
                    const next = Number(event.currentTarget.value);
                    setSpeed(next);
                    if (video.current) video.current.playbackRate = next;
                  }}
                >
                  {speeds.map((each) => (
                    <option key={each} value={each}>
                      {each}×
                    </option>
                  ))}
                </select>
              </label>
              <span id={`${module.id}-keys`} className={classes.quiet}>
                {t('player.videoKeys')}
              </span>
            </div>
          </>
        )}
        {footer}
      </div>
    </div>
  );
}
