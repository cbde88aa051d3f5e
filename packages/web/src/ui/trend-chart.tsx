import { useTranslation } from '../i18n/use-translation.tsx';
import { useFormat } from '../i18n/format.ts';
import classes from './trend-chart.module.css';

interface TrendChartProps {
  /** What is counted: "Completions of the last 90 days". */
  name: string;
  /** In the order of days; days on which nothing happened may be missing. */
  days: readonly { readonly date: string; readonly count: number }[];
  /** How many days back from `until` (`YYYY-MM-DD`) are shown. */
  length: number;
  until: string;
}

const dayMs = 86_400_000;

/** How many on each day, as bars; said in one sentence for who does not see them. */
export function TrendChart({ name, days, length, until }: TrendChartProps) {
  const { t } = useTranslation('work');
  const format = useFormat();
  const counts = new Map(days.map(({ date, count }) => [date, count]));
  const last = Date.parse(`${until}T00:00:00Z`);
  const bars = Array.from({ length }, (_, index) => {
    const date = new Date(last - (length - 1 - index) * dayMs).toISOString().slice(0, 10);
    return { date, count: counts.get(date) ?? 0 };
  });
  const most = Math.max(1, ...bars.map((bar) => bar.count));
  const total = bars.reduce((sum, bar) => sum + bar.count, 0);
  const first = bars[0]?.date ?? until;
  return (
    <figure className={classes.root}>
      <figcaption className={classes.name}>
        {name} <strong>{format.number(total)}</strong>
      </figcaption>
      <div className={classes.bars} role="img" aria-label={t('chart.trend', { name, total: format.number(total), most: format.number(total === 0 ? 0 : most) })}>
        {bars.map(({ date, count }) => (
          <span key={date} className={classes.bar} title={`${format.date(date)}: ${format.number(count)}`} style={{ blockSize: `${(count / most) * 100}%` }} />
        ))}
      </div>
      <div className={classes.ends} aria-hidden>
        <span>{format.date(first)}</span>
        <span>{format.date(until)}</span>
      </div>
    </figure>
  );
}
