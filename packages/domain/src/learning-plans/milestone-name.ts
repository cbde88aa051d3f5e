import type { Language } from '../shared/message.ts';
import type { MilestoneDefinition } from './plan-definition.ts';

/** How messages speak of a milestone: its name, or of one without a name its place, from 1. */
export type MilestoneReference = string | number;

/** A milestone that its reader is not to know yet (X6). */
export const HIDDEN_MILESTONE: MilestoneReference = 0;

type NamedMilestone = Pick<MilestoneDefinition, 'name' | 'position'>;

/** What a message carries of a milestone. */
export function referToMilestone({ name, position }: NamedMilestone): MilestoneReference {
  return name.trim() || position + 1;
}

/** A milestone within a sentence: its name in quotation marks, else "Milestone 2" or "里程碑 2"; of one that is hidden that it is to come. */
export function quoteMilestone(milestone: MilestoneReference, language: Language): string {
  if (milestone === HIDDEN_MILESTONE) return language === 'en' ? 'a step to come' : '后续步骤';
  return typeof milestone === 'string' ? `“${milestone}”` : sayPlace(milestone, language);
}

/** What a milestone is called where it stands alone: its name, else "Milestone 2" or "里程碑 2". */
export function sayMilestone(milestone: NamedMilestone, language: Language): string {
  const reference = referToMilestone(milestone);
  return typeof reference === 'string' ? reference : sayPlace(reference, language);
}

function sayPlace(place: number, language: Language): string {
  return language === 'en' ? `Milestone ${place}` : `里程碑 ${place}`;
}
