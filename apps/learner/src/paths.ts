import { definePath } from '@milepost/web/ui/define-path.ts';

/** Every URL of the learner's app, below its base `/learn`. */
export const paths = {
  home: definePath('/'),
  /** What a person has: `?show=` one of its parts, `?q=` part of a name. */
  myLearning: definePath('/my-learning'),
  /** One of them: `enrollmentId`. */
  plan: definePath('/plans/:enrollmentId'),
  /** What can be found without being assigned: `?q=` words, `?kind=`, `?catalog=`, `?mine=yes|no`, `?sort=`. */
  centre: definePath('/centre'),
  /** One of them, before it is started: a plan or a course. */
  offer: definePath('/centre/:offerId'),
  /** The player: `?plan=` the enrollment that one came from, `?module=` where one is. */
  course: definePath('/courses/:courseId'),
  /** What one was told. */
  inbox: definePath('/inbox'),
  profile: definePath('/profile'),
  /** Where invitation and reset links lead: `?token=`. */
  welcome: definePath('/welcome'),
} as const;

/** The player at a course or module, on the way through a plan if `enrollmentId` is given. */
export function playerPath(courseId: string, enrollmentId: string | null, moduleId?: string): string {
  const search = new URLSearchParams();
  if (enrollmentId) search.set('plan', enrollmentId);
  if (moduleId) search.set('module', moduleId);
  const query = search.toString();
  return paths.course.to({ courseId }) + (query ? `?${query}` : '');
}
