/** How large the parts of a plan may be. Texts in characters as a reader sees them. */
export const PLAN_LIMITS = {
  name: 200,
  description: 10_000,
  coverAlt: 300,
  milestoneName: 200,
  milestoneDescription: 5_000,
  milestones: 200,
  /** Of all milestones together. */
  items: 5_000,
  sessions: 5_000,
  credits: 100_000,
  /** What a term of days, weeks or months may count at most. */
  days: 3_650,
  /** The organization's own word for a learning plan (L6). */
  planTerm: 20,
} as const;
