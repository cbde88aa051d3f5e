import { useTranslation } from '../i18n/use-translation.tsx';
import { useFormat } from '../i18n/format.ts';
import classes from './progress-bar.module.css';

interface ProgressBarProps {
  /** 0 to 1; shown rounded down, so 100 % appears only when all is done. */
  value: number;
  /** What progresses, for screen readers: "Progress in Information security". */
  label: string;
  /** Writes the percentage beside the bar. */
  withText?: boolean;
  tone?: 'accent' | 'success' | 'danger';
}

/** How far something is, as a bar that also says its figure. */
export function ProgressBar({ value, label, withText = false, tone }: ProgressBarProps) {
  const { t } = useTranslation('ui');
  const format = useFormat();
  const percent = format.percent(value);
  const whole = Math.floor(Math.max(0, Math.min(1, value)) * 100 + 1e-9);
  return (
    <span className={classes.root}>
      <span
        className={classes.track}
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={whole}
        aria-valuetext={t('progress.value', { percent })}
      >
        <span className={classes.fill} data-tone={tone ?? (whole === 100 ? 'success' : 'accent')} style={{ inlineSize: `${whole}%` }} />
      </span>
      {withText && (
        <span className={classes.text} aria-hidden>
          {percent}
        </span>
      )}
    </span>
  );
}
