import type { ReactNode } from 'react';

/** How a page gives the field that chooses a person. */
export type PersonSlot = (field: { label: string; placeholder: string; value: string | null; known: { id: string; name: string } | null; onChange(next: string | null): void }) => ReactNode;
