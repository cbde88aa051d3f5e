import { addDays, dateIn, instantFromMs, instantToMs, startOfDay, type CalendarDate } from '@milepost/domain';
import { GraphQLError } from 'graphql';
import type { Transaction } from '../../platform/database/transaction.ts';

/** By what we knew then, or by all that we know today (decision 0045). */
export type Knowledge = 'KNOWN_THEN' | 'KNOWN_TODAY';

/** A day that is asked about, and by which knowledge. */
export interface AsOf {
  readonly date: string;
  readonly knowledge: Knowledge;
}

/** The end of that day, as statements ask for it. */
export interface PastPoint extends AsOf {
  /** The first moment after it, in the zone of the organization; for today this moment. */
  readonly until: Date;
}

/** Where a day begins first: whoever asks for today is not told that it has not come yet. */
const firstToday = 'Pacific/Kiritimati';

/** Finds the moments that days end at. Throws a user error for a day that has not begun. */
export async function readPoints(transaction: Transaction, wanted: readonly AsOf[]): Promise<PastPoint[]> {
  const [organization] = await transaction.query<{ zone: string }>('SELECT default_time_zone AS zone FROM organization WHERE organization_id = $1', [transaction.organizationId]);
  const { zone } = organization!;
  const now = transaction.now.getTime();
  const today = dateIn(instantFromMs(now), firstToday);
  return wanted.map(({ date, knowledge }) => {
    const day = date as CalendarDate;
    if (day > today) throw new GraphQLError(`\`date\` may not be after today, ${today}.`, { extensions: { code: 'BAD_USER_INPUT' } });
    // What is recorded at this very moment is known.
    return { date, knowledge, until: new Date(Math.min(now + 1, instantToMs(startOfDay(addDays(day, 1), zone)))) };
  });
}
