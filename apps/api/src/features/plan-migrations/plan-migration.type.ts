import { createUnionType, Field, ID, InputType, Int, registerEnumType } from 'type-graphql';
import { InputRefused, NotAllowed, NotFound, StaleEdit } from '../../platform/graphql/problems.ts';
import { PlanNotPublishable } from '../learning-plans/index.ts';
import { OperationType } from '../operations/index.ts';

export enum MigrationChoiceEnum {
  PIN = 'PIN',
  MOVE_NOT_STARTED = 'MOVE_NOT_STARTED',
  MOVE_ALL_OPEN = 'MOVE_ALL_OPEN',
  DELTA = 'DELTA',
}
registerEnumType(MigrationChoiceEnum, {
  name: 'MigrationChoice',
  description: 'Whom a new version of a plan takes along. Whoever has completed it keeps that in any case.',
  valuesConfig: {
    PIN: { description: 'Nobody: everybody stays on the version that they have.' },
    MOVE_NOT_STARTED: { description: 'Those who have not begun.' },
    MOVE_ALL_OPEN: { description: 'Everybody who has not completed it.' },
    DELTA: { description: 'Everybody who has not completed it; and those who have are asked for its new and raised milestones, in a cycle more.' },
  },
});

@InputType({ description: 'The next version of a plan, to be published.' })
export class PreviewPublishVersionInput {
  @Field(() => String, { nullable: true, description: 'Your own id of this act; repeated, it has one effect and one answer.' })
  clientMutationId?: string | null;

  @Field(() => ID, { description: 'The plan.' })
  planId: string;

  @Field(() => Int, { description: '`rowVersion` of the draft that was read.' })
  rowVersion: number;

  @Field(() => MigrationChoiceEnum, { description: 'Whom it takes along. Whoever does not reach everybody can choose `PIN` only.' })
  choice: MigrationChoiceEnum;

  @Field(() => Boolean, { nullable: true, description: 'Whether those whom it takes along are told, once and in their inbox; absent: nobody is.' })
  notify?: boolean | null;

  @Field(() => String, { nullable: true, description: 'What is new, for those who read the list of versions; at most 500 characters.' })
  changeNote?: string | null;
}

export const PreviewPublishVersionResult = createUnionType({
  name: 'PreviewPublishVersionResult',
  description: 'The operation with its preview, or why there is none.',
  types: () => [OperationType, PlanNotPublishable, InputRefused, NotFound, NotAllowed, StaleEdit] as const,
});
