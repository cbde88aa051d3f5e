import { type ReactNode, useState } from 'react';
import classes from './plan-cover.module.css';

interface PlanCoverProps {
  cover: { readonly url: string; readonly alt: string } | null | undefined;
  /** What stands in its place where there is none, or where it does not come. */
  fallback?: ReactNode;
  className?: string;
}

/** The picture of a plan in the proportions of its card, three to one; loaded when it comes near. */
export function PlanCover({ cover, fallback = null, className = '' }: PlanCoverProps) {
  const [broken, setBroken] = useState<string>();
  if (!cover || broken === cover.url) return fallback;
  return <img className={`${classes.cover} ${className}`} src={cover.url} alt={cover.alt} width={720} height={240} loading="lazy" decoding="async" onError={() => setBroken(cover.url)} />;
}
