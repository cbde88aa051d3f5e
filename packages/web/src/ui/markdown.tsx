import { lazy, Suspense } from 'react';
import { SkeletonBar } from './skeletons.tsx';

const MarkdownBody = lazy(async () => ({ default: (await import('./markdown-body.tsx')).MarkdownBody }));

/** Markdown as written by admins: GitHub's flavour, every script and style taken out. Its headings start below `headingsFrom` − 1. */
export function Markdown({ text, headingsFrom = 2 }: { text: string; headingsFrom?: 2 | 3 | 4 }) {
  return (
    <Suspense fallback={<SkeletonBar width="80%" />}>
      <MarkdownBody text={text} headingsFrom={headingsFrom} />
    </Suspense>
  );
}
