import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection.ts';
import { InputRefused, NotAllowed, NotFound, StaleEdit } from '../../platform/graphql/problems.ts';
import { CalendarDateScalar, DecimalScalar } from '../../platform/graphql/scalars.ts';

export enum LearningObjectKindEnum {
  MODULE = 'MODULE',
  COURSE = 'COURSE',
  ACTIVITY = 'ACTIVITY',
}
registerEnumType(LearningObjectKindEnum, {
  name: 'LearningObjectKind',
  description: 'What a piece of content is.',
  valuesConfig: {
    MODULE: { description: 'One unit of content, by itself or in courses.' },
    COURSE: { description: 'Modules in order; may have none.' },
    ACTIVITY: { description: 'Informal learning without credit.' },
  },
});

export enum LearningObjectStatusEnum {
  DRAFT = 'DRAFT',
  ACTIVE = 'ACTIVE',
  RETIRED = 'RETIRED',
}
registerEnumType(LearningObjectStatusEnum, {
  name: 'LearningObjectStatus',
  description: 'Whether a piece of content is in use.',
  valuesConfig: {
    DRAFT: { description: 'Being written; learners do not see it.' },
    ACTIVE: { description: 'In use.' },
    RETIRED: { description: 'No longer offered; records stay.' },
  },
});

export enum ContentKind {
  VIDEO = 'VIDEO',
  DOCUMENT = 'DOCUMENT',
  ARTICLE = 'ARTICLE',
  LINK = 'LINK',
}
registerEnumType(ContentKind, {
  name: 'ContentKind',
  description: 'What a module shows.',
  valuesConfig: {
    VIDEO: { description: 'A video file.' },
    DOCUMENT: { description: 'A PDF file.' },
    ARTICLE: { description: 'Markdown text.' },
    LINK: { description: 'An address on the web.' },
  },
});

export enum CompletionRule {
  VIEWED = 'VIEWED',
  READ = 'READ',
  CONFIRMED = 'CONFIRMED',
}
registerEnumType(CompletionRule, {
  name: 'CompletionRule',
  description: 'When a module is complete.',
  valuesConfig: {
    VIEWED: { description: 'When `completionPercent` of it have been viewed.' },
    READ: { description: 'When it has been read to the end.' },
    CONFIRMED: { description: 'When the learner says so.' },
  },
});

@ObjectType({ description: 'A file that was uploaded.' })
export class StoredFileType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field({ description: 'The name that it was uploaded under.' })
  name: string;

  @Field({ description: 'What it is, by its content.' })
  mediaType: string;

  @Field(() => Number, { description: 'Bytes.' })
  size: number;

  @Field({ description: 'Where it can be read while signed in.' })
  url: string;
}

@ObjectType({ description: 'Credits that a course gives.' })
export class CreditLineType {
  @Field({ description: 'Which credits, e.g. `CPE`.' })
  creditType: string;

  @Field(() => DecimalScalar, { description: 'How many; exact.' })
  amount: string;
}

@ObjectType({ description: 'What the caller may do with this content.' })
export class LearningObjectAbilities {
  @Field({ description: 'Change it.' })
  edit: boolean;
}

@ObjectType('LearningObject', { description: 'Anything that can be linked to a plan or assigned: a module, a course or an activity.' })
export class LearningObjectType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => LearningObjectKindEnum, { description: 'What it is.' })
  kind: LearningObjectKindEnum;

  @Field({ description: 'Its name.' })
  name: string;

  @Field({ description: 'What it is about; Markdown.' })
  description: string;

  @Field(() => LearningObjectStatusEnum, { description: 'Whether it is in use.' })
  status: LearningObjectStatusEnum;

  @Field({ description: 'The language that it is in, BCP 47.' })
  language: string;

  @Field(() => Int, { nullable: true, description: 'About how long it takes, in minutes.' })
  durationMinutes: number | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'The last day on which an activity can be completed.' })
  expiresOn: string | null;

  @Field(() => ContentKind, { nullable: true, description: 'MODULE: what it shows.' })
  contentKind: ContentKind | null;

  @Field(() => CompletionRule, { nullable: true, description: 'MODULE: when it is complete.' })
  completionRule: CompletionRule | null;

  @Field(() => Int, { nullable: true, description: 'With VIEWED: how much has to be viewed, in percent.' })
  completionPercent: number | null;

  @Field(() => Int, { description: 'Goes up with every change; send it with an edit.' })
  rowVersion: number;

  article: string | null;
  url: string | null;
  fileId: string | null;
  coverFileId: string | null;
}

@ObjectType({ description: 'How much content there is of a choice, with all other filters at work.' })
export class LearningObjectFacet {
  @Field({ description: 'The language or credit type: give it to the filter.' })
  value: string;

  @Field(() => Int, { description: 'How many; exact.' })
  count: number;
}

@ObjectType({ description: 'What the choices of the library would leave; the most frequent first.' })
export class LearningObjectFacets {
  @Field(() => [LearningObjectFacet], { description: 'By language.' })
  languages: LearningObjectFacet[];

  @Field(() => [LearningObjectFacet], { description: 'By the credits that courses give.' })
  creditTypes: LearningObjectFacet[];
}

export const LearningObjectConnection = connectionOf('LearningObject', () => LearningObjectType);

@InputType({ description: 'Credits that a course gives.' })
export class CreditLineInput {
  @Field({ description: 'Which credits, e.g. `CPE`.' })
  creditType: string;

  @Field(() => DecimalScalar, { description: 'How many; more than zero.' })
  amount: string;
}

@InputType({ description: 'What every piece of content has.' })
export class LearningObjectFields {
  @Field({ description: 'Its name, at most 200 characters.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'What it is about; Markdown.' })
  description?: string | null;

  @Field(() => String, { nullable: true, description: 'The language that it is in, BCP 47; else that of the caller.' })
  language?: string | null;

  @Field(() => Int, { nullable: true, description: 'About how long it takes, in minutes.' })
  durationMinutes?: number | null;
}

@InputType({ description: 'What a module shows, and when it is complete. Exactly what its kind needs: a file, a text, or an address.' })
export class ModuleContentInput {
  @Field(() => ContentKind, { description: 'What it shows.' })
  kind: ContentKind;

  @Field(() => ID, { nullable: true, description: 'VIDEO, DOCUMENT: the uploaded file.' })
  fileId?: string | null;

  @Field(() => String, { nullable: true, description: 'ARTICLE: Markdown, at most 200,000 characters.' })
  article?: string | null;

  @Field(() => String, { nullable: true, description: 'LINK: an address that begins with https:// or http://.' })
  url?: string | null;

  @Field(() => CompletionRule, { nullable: true, description: 'When it is complete; else what suits the kind.' })
  completionRule?: CompletionRule | null;

  @Field(() => Int, { nullable: true, description: 'With VIEWED: 1 to 100; else 90.' })
  completionPercent?: number | null;
}

@InputType({ description: 'A new module.' })
export class CreateModuleInput extends LearningObjectFields {
  @Field(() => String, { nullable: true, description: 'Your own id of this act; repeated, it has one effect and one answer.' })
  clientMutationId?: string | null;

  @Field(() => ModuleContentInput, { description: 'What it shows.' })
  content: ModuleContentInput;

  @Field(() => ID, { nullable: true, description: 'Append it to this course.' })
  courseId?: string | null;
}

@InputType({ description: 'A new course.' })
export class CreateCourseInput extends LearningObjectFields {
  @Field(() => String, { nullable: true, description: 'Your own id of this act; repeated, it has one effect and one answer.' })
  clientMutationId?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Its modules, in order.' })
  moduleIds?: string[] | null;

  @Field(() => [CreditLineInput], { nullable: true, description: 'Credits that it gives.' })
  credits?: CreditLineInput[] | null;
}

@InputType({ description: 'Changes of a piece of content; what is absent stays.' })
export class UpdateLearningObjectInput {
  @Field(() => String, { nullable: true, description: 'Your own id of this act; repeated, it has one effect and one answer.' })
  clientMutationId?: string | null;

  @Field(() => ID, { description: 'Which.' })
  id: string;

  @Field(() => Int, { description: '`rowVersion` that was read.' })
  rowVersion: number;

  @Field(() => String, { nullable: true, description: 'Its name.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'What it is about; Markdown.' })
  description?: string | null;

  @Field(() => Int, { nullable: true, description: 'About how long it takes, in minutes.' })
  durationMinutes?: number | null;

  @Field(() => LearningObjectStatusEnum, { nullable: true, description: 'Put into use, or retire.' })
  status?: LearningObjectStatusEnum | null;

  @Field(() => ModuleContentInput, { nullable: true, description: 'MODULE: other content.' })
  content?: ModuleContentInput | null;

  @Field(() => [ID], { nullable: true, description: 'COURSE: all of its modules, in the new order.' })
  moduleIds?: string[] | null;

  @Field(() => [CreditLineInput], { nullable: true, description: 'COURSE: all of its credits.' })
  credits?: CreditLineInput[] | null;
}

export const LearningObjectResult = createUnionType({
  name: 'LearningObjectResult',
  description: 'The content as it is now, or why nothing was changed.',
  types: () => [LearningObjectType, InputRefused, NotFound, NotAllowed, StaleEdit] as const,
});
