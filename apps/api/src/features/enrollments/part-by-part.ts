/** So many people are read by one statement: few enough that it goes from people to their facts, and that what is known of them stays small. */
const atOnce = 500;

/** So many parts are on their way at a time: the database reads the next ones while one is evaluated. */
const lanes = 3;

/** Goes through many people in parts that are read by one statement each, whatever their number. */
export async function partByPart<One>(all: readonly One[], take: (part: readonly One[]) => Promise<void>): Promise<void> {
  let start = 0;
  const lane = async (): Promise<void> => {
    while (start < all.length) {
      const part = all.slice(start, start + atOnce);
      start += atOnce;
      await take(part);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}
