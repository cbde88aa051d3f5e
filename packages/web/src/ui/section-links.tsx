import { NavLink } from 'react-router';
import classes from './section-links.module.css';

export interface SectionLink {
  readonly to: string;
  readonly label: string;
}

/** The pages of one section beside each other, as links; `label` names them for screen readers. */
export function SectionLinks({ label, links }: { label: string; links: readonly SectionLink[] }) {
  return (
    <nav className={classes.root} aria-label={label}>
      <ul className={classes.list}>
        {links.map(({ to, label: word }) => (
          <li key={to}>
            <NavLink to={to} end className={classes.link}>
              {word}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
