import { refuse, succeed, type Result } from '@milepost/domain';
import type { Pool } from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';

/** Wrong tries: ten in a quarter of an hour for a login from one address, and a hundred from one address whatever the login. */
const windowSeconds = 15 * 60;
const triesPerLogin = 10;
const triesPerAddress = 100;

/** Counts tries in the database, so that neither several processes nor parallel requests multiply them. */
export class SignInLimiter {
  private readonly byLogin: RateLimiterPostgres;
  private readonly byAddress: RateLimiterPostgres;

  constructor(pool: Pool) {
    const shared = { storeClient: pool, storeType: 'pool', schemaName: 'auth', tableName: 'rate_limit', tableCreated: true, duration: windowSeconds };
    this.byLogin = new RateLimiterPostgres({ ...shared, keyPrefix: 'login', points: triesPerLogin });
    this.byAddress = new RateLimiterPostgres({ ...shared, keyPrefix: 'address', points: triesPerAddress });
  }

  /**
   * Takes one try before anything is checked; refuses with the seconds to wait.
   *
   * @param accounts what is tried: the accounts that a login leads to, however it was written, or an unknown login itself
   */
  async admit(accounts: readonly string[], address: string): Promise<Result<true, number>> {
    try {
      await this.byAddress.consume(address);
      for (const account of accounts) await this.byLogin.consume(key(account, address));
      return succeed(true);
    } catch (refused) {
      if (refused instanceof RateLimiterRes) return refuse(Math.ceil(refused.msBeforeNext / 1000));
      throw refused;
    }
  }

  /** A right try clears the wrong ones of this account from this address, and does not count for the address; other addresses stay. */
  async forget(account: string, address: string): Promise<void> {
    await this.byLogin.delete(key(account, address));
    await this.byAddress.reward(address);
  }
}

function key(account: string, address: string): string {
  return `${address}|${account}`.slice(0, 200);
}
