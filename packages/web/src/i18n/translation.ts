/**
 * The shape a translation of `T` must have: the same keys, any words. Plural forms that only the source language needs
 * (`…_one`) may be missing, because Chinese has one form.
 */
export type Translation<T> = {
  readonly [K in keyof T as K extends `${string}_one` ? never : K]: T[K] extends string ? string : Translation<T[K]>;
} & {
  readonly [K in keyof T as K extends `${string}_one` ? K : never]?: string;
};
