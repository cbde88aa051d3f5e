/*
 * The shape of the generated organization: four plans that everybody has and twelve that every second person has, which makes ten
 * enrollments a person; each plan has nine courses of one module in three milestones, and people have got differently far.
 */

/** Plans that people have; the first `sharedPlans` of them everybody, the others every second person. */
export const plans = 16;
export const sharedPlans = 4;
/** Published plans that nobody has yet: they are assigned while measuring. */
export const sparePlans = 24;

/** Courses of a plan by milestone: two required (two of three each) and an elective. */
export const coursesPerMilestone = 3;

/** How far people have got with a plan: the courses that they have done, by their place in the plan. Three on average. */
export const patterns: readonly (readonly number[])[] = [[], [0], [0, 1], [0, 1, 3], [0, 1, 3, 4], [0, 1, 3, 4, 6], [0, 1, 2, 3], [0, 1, 2, 3, 4]];

export const zones = ['Europe/Berlin', 'UTC', 'America/New_York', 'Asia/Shanghai'];

export const departments = 60;
