import type { Act, Viewer } from '@milepost/domain';
const all: Act[] = ['PLAN_EDIT', 'PLAN_PUBLISH', 'PLAN_INACTIVATE', 'PLAN_ASSIGN', 'PLAN_SET_VISIBLE_RANGE', 'PLAN_TRACK', 'PLAN_REMIND', 'PLAN_EXPORT', 'PLAN_SET_COLLABORATION', 'PLAN_CREATE', 'PLAN_READ', 'PROGRESS_OVERRIDE', 'COMPLETIONS_CHANGE', 'PROGRESS_READ', 'CONTENT_EDIT', 'CONTENT_READ', 'PEOPLE_EDIT', 'PEOPLE_READ', 'PROFILE_EDIT', 'SETTINGS_EDIT', 'SETTINGS_READ', 'AUDIT_READ'];
export const actsOf = (viewer: Viewer, _manages: boolean): ReadonlySet<Act> => new Set(viewer.kind === 'PERSON' && viewer.grants.length === 0 ? ['PROFILE_EDIT'] : all);
export const may = (viewer: Viewer, act: Act, _subject: unknown): boolean => actsOf(viewer, false).has(act);
