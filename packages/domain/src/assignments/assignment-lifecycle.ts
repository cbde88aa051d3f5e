import { defineLifecycle } from '../shared/lifecycle.ts';
import type { EnrollmentStatus } from '../standing/standing.ts';
import type { AssignmentMemberState, AssignmentState } from './assignment.ts';

export type AssignmentEvent = 'schedule' | 'apply' | 'finish' | 'inactivate' | 'activate' | 'end' | 'takeBack' | 'takeBackEnd' | 'cancel';

/** What becomes of an assignment (2.2). Once applied it is never deleted. */
export const assignmentLifecycle = defineLifecycle<AssignmentState, AssignmentEvent>({
  name: 'assignment',
  states: ['DRAFT', 'SCHEDULED', 'APPLYING', 'ACTIVE', 'DONE', 'INACTIVE', 'ENDED', 'CANCELLED'],
  initial: ['DRAFT'],
  transitions: [
    { from: 'DRAFT', event: 'schedule', to: 'SCHEDULED', when: 'starts in the future' },
    { from: 'DRAFT', event: 'apply', to: 'APPLYING' },
    { from: 'DRAFT', event: 'cancel', to: 'CANCELLED' },
    { from: 'SCHEDULED', event: 'apply', to: 'APPLYING' },
    { from: 'SCHEDULED', event: 'cancel', to: 'CANCELLED' },
    { from: 'APPLYING', event: 'finish', to: 'ACTIVE', when: 'dynamic' },
    { from: 'APPLYING', event: 'finish', to: 'DONE', when: 'one-time' },
    { from: 'ACTIVE', event: 'inactivate', to: 'INACTIVE' },
    { from: 'INACTIVE', event: 'activate', to: 'ACTIVE', when: 'preview accepted' },
    { from: 'ACTIVE', event: 'end', to: 'ENDED' },
    { from: 'INACTIVE', event: 'end', to: 'ENDED' },
    ...(['ACTIVE', 'INACTIVE'] as const).map((to) => ({ from: 'ENDED' as const, event: 'takeBackEnd' as const, to, when: 'the undo of its end' })),
    ...(['DONE', 'ACTIVE', 'INACTIVE'] as const).map((from) => ({ from, event: 'takeBack' as const, to: 'ENDED' as const, when: 'the undo of its application' })),
  ],
});

export type AssignmentMemberEvent = 'classify' | 'resolve' | 'dismiss' | 'takeOver' | 'override' | 'undo' | 'leave' | 'rejoin' | 'end';

/** What becomes of one person in an assignment (2.2). */
export const assignmentMemberLifecycle = defineLifecycle<AssignmentMemberState, AssignmentMemberEvent>({
  name: 'assignment member',
  states: [
    'PENDING', 'APPLIED', 'MERGED', 'CONFLICT', 'SKIPPED_ALREADY_ASSIGNED', 'SKIPPED_ALREADY_COMPLETED',
    'SKIPPED_CHANGED_SINCE_PREVIEW', 'EXCEPTION', 'DISMISSED', 'DETACHED', 'REMOVED', 'ENDED',
  ],
  initial: ['PENDING'],
  transitions: [
    { from: 'PENDING', event: 'classify', to: 'APPLIED', when: 'nothing was there' },
    { from: 'PENDING', event: 'classify', to: 'MERGED', when: 'another source was there' },
    { from: 'PENDING', event: 'classify', to: 'CONFLICT', when: 'an earlier group decides' },
    { from: 'PENDING', event: 'classify', to: 'SKIPPED_ALREADY_ASSIGNED', when: 'this assignment holds the person' },
    { from: 'PENDING', event: 'classify', to: 'SKIPPED_ALREADY_COMPLETED', when: 'completed in this cycle' },
    { from: 'PENDING', event: 'classify', to: 'SKIPPED_CHANGED_SINCE_PREVIEW', when: 'not what was accepted' },
    { from: 'PENDING', event: 'classify', to: 'EXCEPTION', when: 'needs attention' },
    { from: 'EXCEPTION', event: 'resolve', to: 'APPLIED' },
    { from: 'EXCEPTION', event: 'dismiss', to: 'DISMISSED' },
    { from: 'APPLIED', event: 'undo', to: 'EXCEPTION', when: 'its exception was resolved' },
    { from: 'DISMISSED', event: 'undo', to: 'EXCEPTION' },
    { from: 'CONFLICT', event: 'takeOver', to: 'APPLIED' },
    { from: 'MERGED', event: 'takeOver', to: 'APPLIED' },
    { from: 'APPLIED', event: 'override', to: 'DETACHED' },
    { from: 'MERGED', event: 'override', to: 'DETACHED' },
    { from: 'CONFLICT', event: 'override', to: 'DETACHED' },
    { from: 'EXCEPTION', event: 'override', to: 'DETACHED' },
    { from: 'SKIPPED_ALREADY_COMPLETED', event: 'override', to: 'DETACHED' },
    { from: 'DETACHED', event: 'undo', to: 'APPLIED', when: 'its source is awake' },
    { from: 'DETACHED', event: 'undo', to: 'CONFLICT', when: 'its source is dormant' },
    { from: 'APPLIED', event: 'leave', to: 'REMOVED' },
    { from: 'MERGED', event: 'leave', to: 'REMOVED' },
    { from: 'CONFLICT', event: 'leave', to: 'REMOVED' },
    { from: 'EXCEPTION', event: 'leave', to: 'REMOVED' },
    { from: 'REMOVED', event: 'rejoin', to: 'PENDING' },
    { from: 'APPLIED', event: 'end', to: 'ENDED' },
    { from: 'MERGED', event: 'end', to: 'ENDED' },
    { from: 'CONFLICT', event: 'end', to: 'ENDED' },
    { from: 'EXCEPTION', event: 'end', to: 'ENDED' },
    ...(['APPLIED', 'MERGED', 'CONFLICT', 'EXCEPTION'] as const).map((to) => ({ from: 'ENDED' as const, event: 'undo' as const, to, when: 'what it was before the end' })),
  ],
});

export type EnrollmentEvent = 'evaluate' | 'withdraw' | 'return' | 'close' | 'reopen' | 'revoke';

const OPEN = ['NOT_STARTED', 'IN_PROGRESS'] as const;
const EVALUATED = ['NOT_STARTED', 'IN_PROGRESS', 'COMPLETED', 'EXEMPT'] as const;

/** Rows for a change after which evaluation decides the state. */
function evaluated<Event extends EnrollmentEvent>(from: EnrollmentStatus, event: Event) {
  return EVALUATED.filter((to) => to !== from).map((to) => ({ from, event, to, when: 'what evaluation gives' }));
}

/** Which changes of an enrollment's status can happen (2.2); the evaluator decides which one does. */
export const enrollmentLifecycle = defineLifecycle<EnrollmentStatus, EnrollmentEvent>({
  name: 'enrollment',
  states: ['NOT_STARTED', 'IN_PROGRESS', 'COMPLETED', 'EXEMPT', 'WITHDRAWN', 'NOT_COMPLETED'],
  initial: ['NOT_STARTED', 'IN_PROGRESS', 'COMPLETED', 'EXEMPT'],
  transitions: [
    ...OPEN.flatMap((from) => evaluated(from, 'evaluate')),
    ...evaluated('EXEMPT', 'evaluate'),
    ...OPEN.map((from) => ({ from, event: 'withdraw' as const, to: 'WITHDRAWN' as const })),
    ...evaluated('WITHDRAWN', 'return'),
    { from: 'WITHDRAWN', event: 'return', to: 'NOT_COMPLETED', when: 'what evaluation gives' },
    ...OPEN.map((from) => ({ from, event: 'close' as const, to: 'NOT_COMPLETED' as const })),
    ...evaluated('NOT_COMPLETED', 'reopen'),
    { from: 'NOT_COMPLETED', event: 'withdraw', to: 'WITHDRAWN' },
    { from: 'COMPLETED', event: 'revoke', to: 'IN_PROGRESS' },
  ],
});
