import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection.ts';
import { InputRefused, NotAllowed, NotFound, Problem, Refusal } from '../../platform/graphql/problems.ts';
import type { Actor } from '../../platform/request/actor.ts';
import { InstantScalar, JsonScalar } from '../../platform/graphql/scalars.ts';

export enum OperationStateEnum {
  ANALYSING = 'ANALYSING',
  PREVIEWED = 'PREVIEWED',
  SCHEDULED = 'SCHEDULED',
  APPLYING = 'APPLYING',
  DONE = 'DONE',
  FAILED = 'FAILED',
  CANCELLED = 'CANCELLED',
  EXPIRED = 'EXPIRED',
  UNDOING = 'UNDOING',
  UNDONE = 'UNDONE',
}
registerEnumType(OperationStateEnum, {
  name: 'OperationState',
  description: 'How far a bulk act is.',
  valuesConfig: {
    ANALYSING: { description: 'The preview is being worked out; nothing is written.' },
    PREVIEWED: { description: 'The preview waits to be looked at and committed.' },
    SCHEDULED: { description: 'Committed for a later moment; everybody is classified anew then.' },
    APPLYING: { description: 'Committed; its rows are being carried out.' },
    DONE: { description: 'Every row has its outcome.' },
    FAILED: {
      description:
        'Ended before its end; `problem` says why. Without `committedAt` nothing was written; else what was carried out stays, is counted in `rowsDone` and `result`, and `commitOperation` goes on with the rest.',
    },
    CANCELLED: { description: 'Given up before the commit.' },
    EXPIRED: { description: 'The preview grew too old.' },
    UNDOING: { description: 'Being undone.' },
    UNDONE: { description: 'Undone.' },
  },
});

@ObjectType({ description: 'How many rows a class of a preview, or an outcome, has.' })
export class OperationCount {
  @Field({ description: 'The class or outcome, e.g. `NEW`.' })
  class: string;

  @Field(() => Int, { description: 'How many rows; exact.' })
  rows: number;
}

@ObjectType({ description: 'The preview of one thing that a bulk act is about, such as one of the plans that it gives.' })
export class OperationTargetCounts {
  @Field(() => ID, { description: 'The thing.' })
  targetId: string;

  @Field(() => [OperationCount], { description: 'How many rows of each class.' })
  counts: OperationCount[];
}

@ObjectType({ description: 'What the caller may do with a bulk act as it is now.' })
export class OperationAbilities {
  @Field({ description: 'Commit its preview.' })
  commit: boolean;

  @Field({ description: 'Give its preview up.' })
  discard: boolean;

  @Field({ description: 'Go on with the rest of what was committed and stopped before its end; by `commitOperation` too.' })
  goOn: boolean;

  @Field({ description: 'Preview taking it back.' })
  undo: boolean;
}

@ObjectType('Operation', { description: 'A bulk act: previewed, committed with the token of what was seen, and carried out row by row.' })
export class OperationType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field({ description: 'What it does: `IMPORT_PEOPLE`, `ASSIGN`.' })
  kind: string;

  @Field(() => OperationStateEnum, { description: 'How far it is.' })
  state: OperationStateEnum;

  @Field(() => JsonScalar, { description: 'What a title is made of, e.g. `{ "file": "people.csv" }`.' })
  title: unknown;

  @Field(() => String, { nullable: true, description: 'The token of the preview: `commitOperation` wants it back.' })
  previewHash: string | null;

  @Field(() => [OperationCount], { description: 'The preview: how many rows of each class.' })
  counts: OperationCount[];

  @Field(() => [OperationTargetCounts], { description: 'The same for each thing that it is about; empty where that is only one.' })
  countsByTarget: OperationTargetCounts[];

  @Field(() => [OperationCount], { description: 'The report: how many rows came to each outcome. Empty until it has ended.' })
  result: OperationCount[];

  @Field(() => Int, { description: 'How many rows there are.' })
  rowsTotal: number;

  @Field({ description: 'Whether its commit changes something even where its rows concern nobody, as a rule that is saved does.' })
  changesBeyondRows: boolean;

  @Field(() => Int, { description: 'How many rows have been carried out; while a file is analysed, how many of its rows have been read, where that is told.' })
  rowsDone: number;

  @Field(() => Problem, { nullable: true, description: 'Why it failed.' })
  problem: Problem | null;

  @Field(() => InstantScalar, { description: 'When it was begun.' })
  createdAt: Date;

  @Field(() => InstantScalar, { nullable: true, description: 'When it was committed.' })
  committedAt: Date | null;

  @Field(() => InstantScalar, { nullable: true, description: 'When it begins, or began, where that was not at once with the commit.' })
  startsAt: Date | null;

  @Field(() => InstantScalar, { nullable: true, description: 'When it ended.' })
  finishedAt: Date | null;

  @Field(() => OperationAbilities, { description: 'What the caller may do with it.' })
  viewerCan: OperationAbilities;

  @Field(() => InstantScalar, { nullable: true, description: 'Up to when `previewUndo` can take it back; null: not at all, or not yet.' })
  undoUntil: Date | null;

  committedBy: Actor | null;
  createdBy: string | null;
  undoOf: string | null;
}

@ObjectType({ description: 'One row of a bulk act: what it concerns, how it was classified, what came of it.' })
export class OperationRow {
  @Field(() => Int, { description: 'Its place.' })
  ordinal: number;

  @Field({ description: 'How the preview classified it.' })
  class: string;

  @Field(() => String, { nullable: true, description: 'What came of it; null until it was carried out.' })
  outcome: string | null;

  @Field(() => JsonScalar, { nullable: true, description: 'What else is known of the row; its shape depends on the kind.' })
  details: unknown;

  @Field(() => [Problem], { description: 'What is wrong with the row, in words.' })
  problems: Problem[];

  subjectId: string;
  targetId: string | null;
}

export const OperationConnection = connectionOf('Operation', () => OperationType);
export const OperationRowConnection = connectionOf('OperationRow', () => OperationRow);

@InputType({ description: 'Accepts a preview.' })
export class CommitOperationInput {
  @Field(() => String, { nullable: true, description: 'Your own id of this act; repeated, it has one effect and one answer.' })
  clientMutationId?: string | null;

  @Field(() => ID, { description: 'The operation.' })
  operationId: string;

  @Field({ description: '`previewHash` of the preview that was looked at.' })
  previewHash: string;
}

@InputType({ description: 'Gives a preview up.' })
export class CancelOperationInput {
  @Field(() => String, { nullable: true, description: 'Your own id of this act; repeated, it has one effect and one answer.' })
  clientMutationId?: string | null;

  @Field(() => ID, { description: 'The operation.' })
  operationId: string;
}

@InputType({ description: 'Takes a bulk act back.' })
export class PreviewUndoInput {
  @Field(() => String, { nullable: true, description: 'Your own id of this act; repeated, it has one effect and one answer.' })
  clientMutationId?: string | null;

  @Field(() => ID, { description: 'The operation that is to be taken back.' })
  operationId: string;
}

@ObjectType({
  implements: Refusal,
  description: 'Something has changed since the preview. Nothing was carried out; a new preview, with a new token, is in `operation`.',
})
export class StalePreview extends Refusal {
  @Field(() => OperationType, { description: 'The operation with its new preview.' })
  operation: OperationType;
}

export const CommitOperationResult = createUnionType({
  name: 'CommitOperationResult',
  description: 'The operation on its way, or why it was not committed.',
  types: () => [OperationType, StalePreview, NotFound, NotAllowed, InputRefused] as const,
});

export const PreviewOperationResult = createUnionType({
  name: 'PreviewOperationResult',
  description: 'The operation with its preview, or why there is none.',
  types: () => [OperationType, InputRefused, NotFound, NotAllowed] as const,
});
