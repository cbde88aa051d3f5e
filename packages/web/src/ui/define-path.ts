import { generatePath } from 'react-router';

type Arguments<Pattern extends string> = Parameters<typeof generatePath<Pattern>>[1];

/** A URL of an app: the pattern that the router matches and the builder that links use, from one text. */
export function definePath<Pattern extends string>(pattern: Pattern) {
  return { pattern, to: (params?: Arguments<Pattern>): string => generatePath<Pattern>(pattern, params) } as const;
}

