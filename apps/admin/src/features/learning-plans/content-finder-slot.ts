import { createContext, type ReactNode } from 'react';
import type { LearningObjectKind } from '../../gql/schema-types.ts';

/** Content as it is linked to a milestone. */
export interface Linked {
  readonly id: string;
  readonly name: string;
  readonly kind: LearningObjectKind;
}

/** How a page gives the finder by which content is linked (L30). */
export type ContentFinderSlot = (finder: {
  opened: boolean;
  title: string;
  kinds?: readonly LearningObjectKind[] | undefined;
  note?: string | undefined;
  linked: ReadonlySet<string>;
  onAdd(chosen: readonly Linked[]): void;
  onClose(): void;
}) => ReactNode;

/** The finder of the editor, for whichever milestone asks for it. */
export const ContentFinderContext = createContext<ContentFinderSlot>(() => null);
