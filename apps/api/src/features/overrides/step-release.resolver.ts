import { changeRelease } from '@milepost/domain';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { present } from '../../platform/graphql/answer.ts';
import type { RequestContext } from '../../platform/request/request-context.ts';
import { EnrollmentType, evaluationLoader, hiddenSteps, MilestoneProgress } from '../enrollments/index.ts';
import { Named, personLoader } from '../people/index.ts';
import { overridableLoader } from './override.queries.ts';
import { stepReleasesLoader, stepsHeldLoader } from './step-release.queries.ts';
import { ReleaseActEnum, StepReleaseType } from './step-release.type.ts';

const acts = [ReleaseActEnum.RELEASE, ReleaseActEnum.HOLD, ReleaseActEnum.RESUME];

/** What was done by hand with a step, and what can be (C3, C16). */
@Resolver(() => MilestoneProgress)
export class MilestoneReleaseResolver {
  @FieldResolver(() => StepReleaseType, { description: 'What was done by hand with its opening, and what can be.' })
  async release(@Root() { enrollmentId, key }: MilestoneProgress, @Ctx() context: RequestContext): Promise<StepReleaseType> {
    const { caller } = context;
    const [kept, evaluation, mayOverride] = await Promise.all([
      context.load(stepReleasesLoader, enrollmentId),
      context.load(evaluationLoader, enrollmentId),
      caller.acts.has('PROGRESS_OVERRIDE') ? context.load(overridableLoader(caller), enrollmentId) : false,
    ]);
    const row = kept?.find(({ milestoneKey }) => milestoneKey === key);
    const step = evaluation?.standing.milestones.find((each) => each.key === key);
    const applies = (act: ReleaseActEnum): boolean => {
      const changed = step && changeRelease(act, evaluation!.standing.status, step, evaluation!.situation.now);
      return changed?.ok === true && changed.value !== null;
    };
    return present(StepReleaseType, {
      held: step?.held ?? false,
      releasedByHand: row?.releasedAt != null,
      changedAt: row?.at ?? null,
      changedById: row?.by ?? null,
      changedBy: null,
      reason: row?.reason ?? null,
      acts: mayOverride === true ? acts.filter(applies) : [],
    });
  }
}

@Resolver(() => StepReleaseType)
export class StepReleaseResolver {
  @FieldResolver(() => Named, { nullable: true, description: 'Who did it.' })
  async changedBy(@Root() { changedById }: StepReleaseType, @Ctx() context: RequestContext): Promise<Named | null> {
    const person = changedById ? await context.load(personLoader, changedById) : undefined;
    return person ? { id: person.id, name: person.displayName } : null;
  }
}

@Resolver(() => EnrollmentType)
export class StepsHeldResolver {
  @FieldResolver(() => [String], { description: 'The milestones that an admin holds for this person, when last evaluated: they open by no schedule.' })
  async stepsHeld(@Root() enrollment: EnrollmentType, @Ctx() context: RequestContext): Promise<readonly string[]> {
    const held = (await context.load(stepsHeldLoader, enrollment.id)) ?? [];
    return held.length > 0 && (await hiddenSteps(context, enrollment)).size > 0 ? [] : held;
  }
}
