import { parseCalendarDate } from '@milepost/domain';
import type { CompletionOrigin, TrainingProgressFilterInput, TrainingState } from '../../gql/schema-types.ts';

export const states = ['COMPLETED', 'IN_PROGRESS'] as const satisfies readonly TrainingState[];
export const origins = ['AUTO', 'MANUAL', 'IMPORT', 'EVENT', 'PACKAGE', 'API'] as const satisfies readonly CompletionOrigin[];

/** What the address narrows a list to. Both states chosen are no condition, and an origin or day that the address makes up is none. */
export function readTrainingFilter(search: string, chosen: Readonly<Record<string, readonly string[]>>): TrainingProgressFilterInput {
  const chosenStates = states.filter((state) => chosen['progress']?.includes(state));
  const chosenOrigins = origins.filter((origin) => chosen['origin']?.includes(origin));
  const only = (id: string): string | null => chosen[id]?.[0] ?? null;
  return {
    search: search || null,
    state: chosenStates.length === 1 ? chosenStates[0]! : null,
    origins: chosenOrigins.length > 0 ? chosenOrigins : null,
    itemSearch: only('training'),
    partnerAccountId: only('partner'),
    departmentId: only('department'),
    from: parseCalendarDate(only('from') ?? '') ?? null,
    to: parseCalendarDate(only('to') ?? '') ?? null,
  };
}
