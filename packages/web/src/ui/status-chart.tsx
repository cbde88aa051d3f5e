import { useTranslation } from '../i18n/use-translation.tsx';
import { useFormat } from '../i18n/format.ts';
import type { Icon } from './icons.ts';
import classes from './status-chart.module.css';
import type { Tone } from './theme.ts';

export interface ChartPart {
  readonly id: string;
  readonly word: string;
  readonly count: number;
  readonly tone: Tone;
  readonly icon: Icon;
}

/** How many stand where: one bar in parts, with a legend that says each figure in words, so that colour is never alone. */
export function StatusChart({ name, parts }: { name: string; parts: readonly ChartPart[] }) {
  const { t } = useTranslation('work');
  const format = useFormat();
  const total = parts.reduce((sum, part) => sum + part.count, 0);
  const inWords = format.list(parts.map((part) => t('chart.part', { status: part.word, count: part.count })));
  return (
    <figure className={classes.root}>
      <div className={classes.bar} role="img" aria-label={t('chart.label', { name, parts: total === 0 ? t('chart.empty') : inWords })}>
        {total > 0 &&
          parts
            .filter((part) => part.count > 0)
            .map((part) => <span key={part.id} className={classes.part} data-tone={part.tone} style={{ flexGrow: part.count }} />)}
      </div>
      <figcaption>
        <ul className={classes.legend}>
          {parts.map(({ id, word, count, tone, icon: IconShown }) => (
            <li key={id} className={classes.entry} data-tone={tone}>
              <IconShown size={16} aria-hidden />
              <span>{word}</span>
              <strong>{format.number(count)}</strong>
              <span className={classes.share}>{total > 0 ? format.percent(count / total) : ''}</span>
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}
