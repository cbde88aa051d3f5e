import { useFormat } from '@milepost/web/i18n/format.ts';
import type { LearningObjectFilterInput } from '../../gql/schema-types.ts';
import { useLibraryChoicesQuery } from './content-finder.generated.ts';

/** Something to narrow the library by, and how much of it there is with the other filters at work. */
export interface LibraryChoice {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

/** The languages and credit types that the filter leaves, the most frequent first. What is chosen stays among them, so that it can be taken away. */
export function useLibraryChoices(filter: LearningObjectFilterInput): { languages: LibraryChoice[]; creditTypes: LibraryChoice[] } {
  const format = useFormat();
  const query = useLibraryChoicesQuery({ variables: { filter }, fetchPolicy: 'cache-and-network' });
  const found = (query.data ?? query.previousData)?.learningObjectFacets;
  const choices = (counted: readonly { value: string; count: number }[] = [], chosen: readonly string[] | null | undefined, name: (value: string) => string): LibraryChoice[] => [
    ...counted.map(({ value, count }) => ({ value, count, label: name(value) })),
    ...(chosen ?? []).filter((value) => !counted.some((each) => each.value === value)).map((value) => ({ value, count: 0, label: name(value) })),
  ];
  return {
    languages: choices(found?.languages, filter.languages, format.languageName),
    creditTypes: choices(found?.creditTypes, filter.creditTypes, (value) => value),
  };
}
