import classes from './product-mark.module.css';

/** The product's name with its sign: a milestone on the way. */
export function ProductMark({ name = 'Milepost', compact = false }: { name?: string; compact?: boolean }) {
  return (
    <span className={classes.root} translate="no">
      <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
        <path d="M7 21V9a5 5 0 0 1 10 0v12z" fill="var(--mantine-primary-color-filled)" />
        <path d="M3.5 21h17" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
        <path d="m9.7 12 1.8 1.8 3-3.4" fill="none" stroke="#fff" strokeWidth="1.8" strokeLinecap="round" strokeLinejoin="round" />
      </svg>
      <span className={compact ? classes.spoken : undefined}>{name}</span>
    </span>
  );
}
