import pg from 'pg';

/** Waits until the workers have done all that they were given and whose time has come. */
export type WhenIdle = () => Promise<void>;

/** @param relayUrl as the role that may see what waits */
export async function openQueue(relayUrl: string): Promise<{ readonly whenIdle: WhenIdle; close(): Promise<void> }> {
  const client = new pg.Client({ connectionString: relayUrl });
  await client.connect();
  const isBusy = async (): Promise<boolean> => (await client.query('SELECT FROM graphile_worker._private_jobs WHERE run_at <= now() LIMIT 1')).rowCount === 1;
  return {
    whenIdle: async () => {
      while (await isBusy()) await new Promise((resolve) => setTimeout(resolve, 25));
    },
    close: () => client.end(),
  };
}
