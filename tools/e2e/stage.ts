import type { Browser, Page } from 'playwright-core';
import { openBrowser, signedIn } from './browser.ts';
import { type Product, startProduct } from './product.ts';

/** The product with a browser for each of those who take part in a story. */
export interface Stage<Who extends string> {
  readonly product: Product;
  readonly pages: Readonly<Record<Who, Page>>;
  /** What the pages complained about, all together. */
  failures(): string[];
  close(): Promise<void>;
}

/**
 * Opens the product for a story, with an API process for each who takes part: what one does reaches the other by the database alone.
 *
 * @param seats which account of the demonstration sits at each page
 */
export async function openStage<Who extends string>(seats: Readonly<Record<Who, string>>): Promise<Stage<Who>> {
  const all = Object.entries<string>(seats);
  const product = await startProduct(all.length);
  let browser: Browser | undefined;
  const close = async (): Promise<void> => {
    await browser?.close();
    await product.stop();
  };
  try {
    browser = await openBrowser();
    const taken: [string, Awaited<ReturnType<typeof signedIn>>][] = [];
    for (const [index, [who, account]] of all.entries()) taken.push([who, await signedIn(browser, product.origins[index]!, product.account(account))]);
    return {
      product,
      pages: Object.fromEntries(taken.map(([who, { page }]) => [who, page])) as Record<Who, Page>,
      failures: () => taken.flatMap(([, { failures }]) => failures),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
