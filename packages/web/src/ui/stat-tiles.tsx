import type { ReactNode } from 'react';
import { useFormat } from '../i18n/format.ts';
import { type Icon, IconChevronRight } from './icons.ts';
import { SkeletonBar } from './skeletons.tsx';
import classes from './stat-tiles.module.css';
import type { Tone } from './theme.ts';

export interface StatTile {
  readonly id: string;
  readonly label: string;
  /** Undefined while it loads. */
  readonly value: number | undefined;
  readonly tone?: Tone;
  readonly icon?: Icon;
  /** A word more: "12 % of all". */
  readonly note?: string;
  /** Wraps the tile in a link to the list behind the figure. */
  readonly link?: (content: ReactNode) => ReactNode;
}

/** Figures at a glance; live ones change in place. Each is a term and its value for screen readers. */
export function StatTiles({ tiles, label }: { tiles: readonly StatTile[]; label: string }) {
  const format = useFormat();
  return (
    <ul className={classes.root} aria-label={label}>
      {tiles.map(({ id, label: name, value, tone = 'neutral', icon: IconShown, note, link }) => {
        const content = (
          <span className={classes.tile} data-tone={tone} data-linked={link ? true : undefined}>
            <span className={classes.label}>
              {IconShown && <IconShown size={16} aria-hidden />}
              {name}
              {link && <IconChevronRight size={14} className={classes.go} aria-hidden />}
            </span>
            <span className={classes.value}>{value === undefined ? <SkeletonBar width="3rem" height="1.5rem" /> : format.number(value)}</span>
            {note && <span className={classes.note}>{note}</span>}
          </span>
        );
        return <li key={id}>{link ? link(content) : content}</li>;
      })}
    </ul>
  );
}
