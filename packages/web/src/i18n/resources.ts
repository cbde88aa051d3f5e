import type { account } from './locales/en/account.ts';
import type { session } from './locales/en/session.ts';
import type { ui } from './locales/en/ui.ts';
import type { work } from './locales/en/work.ts';

/** Every namespace of words by its English source. An app adds its own: `declare module '@milepost/web/i18n/resources.ts'`. */
export interface MessageNamespaces {
  ui: typeof ui;
  session: typeof session & typeof account;
  /** Only the admin's app loads these. */
  work: typeof work;
}

/** The messages of one language by namespace, as a language's chunk exports them. */
export type Messages = Readonly<Record<string, object>>;

export type Namespace = keyof MessageNamespaces;

/** Plural forms (`items_one`, `items_other`) are asked for by the name that they share. */
type Shared<Key extends string> = Key extends `${infer Base}_${'one' | 'other'}` ? Base : Key;
type KeysOf<Texts> = {
  [Key in keyof Texts & string]: Texts[Key] extends string ? Shared<Key> : `${Key}.${KeysOf<Texts[Key]>}`;
}[keyof Texts & string];

/** What can be asked for where these namespaces are at hand: of the first by its key alone, of each as `namespace:key`. */
export type MessageKey<Names extends readonly Namespace[]> =
  | KeysOf<MessageNamespaces[Names[0]]>
  | { [Name in Names[number]]: `${Name}:${KeysOf<MessageNamespaces[Name]>}` }[Names[number]];
