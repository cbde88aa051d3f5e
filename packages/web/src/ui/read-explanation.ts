import type { WhyNode } from './why.tsx';

interface Reason {
  readonly text: string;
  readonly subjectId: string | null;
  readonly because?: readonly Reason[];
}

/** An explanation as the "Why?"s of a page show it. */
export interface ReadExplanation {
  readonly status: readonly WhyNode[];
  readonly due: WhyNode | undefined;
  /** By the key of the milestone. */
  readonly milestones: ReadonlyMap<string, WhyNode>;
}

/** Reads the API's trees of reasons: `{ status, due, sources, milestones }`, each `{ about, text, subjectId, because }`. */
export function readExplanation(tree: unknown): ReadExplanation {
  const { status, due, sources, milestones } = (tree ?? {}) as { status?: Reason; due?: Reason; sources?: Reason; milestones?: readonly Reason[] };
  return {
    status: [status, sources].flatMap((reason) => (reason ? [toNode(reason)] : [])),
    due: due && toNode(due),
    milestones: new Map((milestones ?? []).flatMap((reason) => (reason.subjectId ? [[reason.subjectId, toNode(reason)] as const] : []))),
  };
}

/** Reads a list of the API's trees of reasons. */
export function toWhyNodes(reasons: unknown): readonly WhyNode[] {
  return ((reasons ?? []) as readonly Reason[]).map(toNode);
}

function toNode({ text, because }: Reason): WhyNode {
  return { text, children: (because ?? []).map(toNode) };
}
