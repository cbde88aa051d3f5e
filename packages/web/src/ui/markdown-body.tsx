import { createElement, type ReactNode } from 'react';
import ReactMarkdown, { type Components } from 'react-markdown';
import rehypeSanitize from 'rehype-sanitize';
import remarkGfm from 'remark-gfm';
import classes from './markdown-body.module.css';

const ranks = [1, 2, 3, 4, 5, 6] as const;

function headingsFromRank(from: number): Components {
  return Object.fromEntries(
    ranks.map((rank) => [
      `h${rank}`,
      ({ children }: { children?: ReactNode }) => createElement(`h${Math.min(6, rank + from - 1)}`, null, children),
    ]),
  );
}

const links: Components = {
  a: ({ href, children }) => {
    const outside = href !== undefined && /^https?:/i.test(href);
    return (
      <a href={href} {...(outside ? { target: '_blank', rel: 'noopener noreferrer' } : {})}>
        {children}
      </a>
    );
  },
};

/** The rendered text; sanitised last, after every other step. */
export function MarkdownBody({ text, headingsFrom }: { text: string; headingsFrom: number }) {
  return (
    <div className={classes.root}>
      <ReactMarkdown remarkPlugins={[remarkGfm]} rehypePlugins={[rehypeSanitize]} components={{ ...headingsFromRank(headingsFrom), ...links }}>
        {text}
      </ReactMarkdown>
    </div>
  );
}
