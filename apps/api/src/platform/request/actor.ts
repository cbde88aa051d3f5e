/** Who acts: a signed-in person, a partner system's API client, or the product itself (a job, a reaction, the seed). */
export type Actor =
  | { readonly kind: 'PERSON'; readonly id: string }
  | { readonly kind: 'API_CLIENT'; readonly id: string }
  | { readonly kind: 'SYSTEM'; readonly id: null };

/** The product itself. */
export const system: Actor = { kind: 'SYSTEM', id: null };
