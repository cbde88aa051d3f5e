import type { Caller } from '../../platform/request/caller.ts';
import type { PlanSelection } from './plan-act.queries.ts';

/** What every act on many people of a plan keeps; those whom its maker may reach are part of it. */
export interface PlanActInput {
  readonly planId: string;
  readonly selection: PlanSelection;
  readonly reason: string;
  readonly caller: Pick<Caller, 'organizationId' | 'viewer' | 'actor'>;
}

/** People per chunk: a transaction of a bulk act stays short, because events of everybody wait for the oldest one. */
export const chunkSize = 250;
