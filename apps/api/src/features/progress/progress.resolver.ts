import { instant, succeed } from '@milepost/domain';
import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { answer } from '../../platform/graphql/answer.ts';
import { Guarded } from '../../platform/graphql/guard.ts';
import { readId } from '../../platform/graphql/scalars.ts';
import type { RequestContext } from '../../platform/request/request-context.ts';
import { storedFileLoader } from '../learning-objects/index.ts';
import { LearnerCourse, RecordProgressInput, RecordProgressResult } from './learner-course.type.ts';
import { presentLearnerCourse } from './learner-course.presenter.ts';
import { courseSince, readCourseOfPerson, type CourseOfPerson } from './read-learner-course.ts';
import { readCourseLocks, type CourseLocks } from './read-locks.ts';
import { recordProgress } from './record-progress.ts';

const nothingLocked: CourseLocks = { since: null, course: null, modules: new Map() };

/** The learner's player: a course with what has been done of it, and the reports of what is being done. */
@Resolver()
export class ProgressResolver {
  @Guarded('PERSON')
  @Query(() => LearnerCourse, { nullable: true, description: 'A course, or a module by itself, for the person who is signed in; null when there is none.' })
  myCourse(@Arg('id', () => ID, { description: 'The content.' }) id: string, @Ctx() context: RequestContext): Promise<LearnerCourse | null> {
    return loadMyCourse(context, id);
  }

  @Guarded('PERSON')
  @Mutation(() => RecordProgressResult, { description: 'Records how far the person who is signed in has got with a module.' })
  async recordProgress(
    @Arg('input', () => RecordProgressInput, { description: 'How far.' }) input: RecordProgressInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof RecordProgressResult> {
    const recorded: { course?: CourseOfPerson } = {};
    const result = await context.mutate('recordProgress', input, async (transaction) => {
      const outcome = await recordProgress(transaction, context.caller, { ...input, at: instant(input.at) });
      if (!outcome.ok) return outcome;
      const { of, isWhollyOpen } = outcome.value;
      if (isWhollyOpen) recorded.course = of;
      return succeed({ id: of.course.id });
    });
    // A repeated report finds its first answer by the id alone.
    return answer(context, result, async ({ id }) => (recorded.course ? presentCourse(context, recorded.course, nothingLocked) : (await loadMyCourse(context, id))!));
  }
}

async function loadMyCourse(context: RequestContext, id: string): Promise<LearnerCourse | null> {
  const courseId = readId(id);
  if (!courseId) return null;
  const found = await context.read(async (transaction) => {
    const of = await readCourseOfPerson(transaction, context.caller.actor.id, courseId);
    return of && { of, locks: await readCourseLocks(transaction, context.caller.actor.id, of, context.locale) };
  });
  return found ? presentCourse(context, courseSince(found.of, found.locks.since), found.locks) : null;
}

async function presentCourse(context: RequestContext, of: CourseOfPerson, locks: CourseLocks): Promise<LearnerCourse> {
  const fileIds = of.modules.flatMap((module) => module.fileId ?? []);
  const files = await Promise.all(fileIds.map((id) => context.load(storedFileLoader, id)));
  return presentLearnerCourse(of, locks, new Map(files.flatMap((file) => (file ? [[file.id, file]] : []))));
}
