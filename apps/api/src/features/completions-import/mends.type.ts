import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';

export enum CompletionColumnEnum {
  IDENTIFIER = 'identifier',
  TYPE = 'type',
  NAME = 'name',
  DATE = 'date',
}
registerEnumType(CompletionColumnEnum, {
  name: 'CompletionColumn',
  description: 'A column of a file of completions.',
  valuesConfig: {
    IDENTIFIER: { description: 'A: who.' },
    TYPE: { description: 'B: module, course, certification or plan.' },
    NAME: { description: 'C: the name or the id of what was completed.' },
    DATE: { description: 'D: the day.' },
  },
});

@ObjectType({ description: 'Cells that say a text.' })
export class CellsThatSay {
  @Field(() => CompletionColumnEnum, { description: 'The column.' })
  column: CompletionColumnEnum;

  @Field({ description: 'What they say, as `details.said` of a row has it; white space aside.' })
  says: string;
}

@ObjectType({ description: 'What a cell of a file of completions is read as, instead of what it says.' })
export class CellMend {
  @Field(() => CompletionColumnEnum, { description: 'The column.' })
  column: CompletionColumnEnum;

  @Field({ description: 'What it is read as.' })
  to: string;

  @Field(() => Int, { nullable: true, description: 'In which row of the file, from 1; null: in all for which `where` holds.' })
  row: number | null;

  @Field(() => CellsThatSay, { nullable: true, description: 'In which rows; null: in one.' })
  where: CellsThatSay | null;

  @Field(() => Int, { nullable: true, description: 'In how many rows it was taken; null: the file is being analysed with it.' })
  rows: number | null;
}

@InputType({ description: 'Cells that say a text.' })
export class CellsThatSayInput {
  @Field(() => CompletionColumnEnum, { description: 'The column.' })
  column: CompletionColumnEnum;

  @Field({ description: 'What they say, as `details.said` of a row has it; white space aside.' })
  says: string;
}

@InputType({ description: 'What a cell of a file of completions is to be read as: either in one `row`, or `where` cells say the same. One for a row beats one for many, and the last beats those before it.' })
export class CellMendInput {
  @Field(() => CompletionColumnEnum, { description: 'The column.' })
  column: CompletionColumnEnum;

  @Field({ description: 'What it is to be read as; of as many characters as the column takes.' })
  to: string;

  @Field(() => Int, { nullable: true, description: 'In which row of the file, from 1.' })
  row?: number | null;

  @Field(() => CellsThatSayInput, { nullable: true, description: 'In all rows whose cell of a column, the same or another, says a text.' })
  where?: CellsThatSayInput | null;
}

@InputType({ description: 'How a file of completions is to be read otherwise than it says.' })
export class MendImportedCompletionsInput {
  @Field(() => String, { nullable: true, description: 'Your own id of this act; repeated, it has one effect and one answer.' })
  clientMutationId?: string | null;

  @Field(() => ID, { description: 'The operation, PREVIEWED.' })
  operationId: string;

  @Field(() => [CellMendInput], { description: 'All mends of the file, 500 at most: they take the place of those it had.' })
  mends: CellMendInput[];
}
