import type { PlanCover } from '@milepost/domain';
import { Field, ID, ObjectType } from 'type-graphql';
import { present } from '../../platform/graphql/answer.ts';

@ObjectType('PlanCover', { description: 'The cover picture of a plan.' })
export class PlanCoverType {
  @Field(() => ID, { description: 'The file.' })
  fileId: string;

  @Field({ description: 'What is to be seen, for those who do not see it.' })
  alt: string;

  @Field({ description: 'Where the picture can be read while signed in.' })
  url: string;
}

/** The cover of a plan as GraphQL gives it. */
export function presentCover(cover: PlanCover | null | undefined): PlanCoverType | null {
  return cover ? present(PlanCoverType, { fileId: cover.fileId, alt: cover.alt, url: `/files/${cover.fileId}` }) : null;
}
