import { LANGUAGES, type Language } from '@milepost/domain';
import { Arg, createUnionType, Ctx, Field, InputType, Int, Mutation, ObjectType, Query, registerEnumType, Resolver } from 'type-graphql';
import { answer, present } from '../../platform/graphql/answer.ts';
import { Guarded } from '../../platform/graphql/guard.ts';
import { InputRefused, StaleEdit } from '../../platform/graphql/problems.ts';
import type { RequestContext } from '../../platform/request/request-context.ts';
import { readPlanTerms } from './plan-terms.queries.ts';
import { setPlanTerms } from './set-plan-terms.ts';

export enum TermLanguage {
  EN = 'en',
  ZH_CN = 'zh-CN',
}
registerEnumType(TermLanguage, {
  name: 'TermLanguage',
  description: 'A language of the product.',
  valuesConfig: { EN: { description: 'English.' }, ZH_CN: { description: '简体中文.' } },
});

@ObjectType({ description: 'What an organization calls a learning plan in one language.' })
export class PlanTerm {
  @Field(() => TermLanguage, { description: 'In which language.' })
  language: TermLanguage;

  @Field(() => String, { nullable: true, description: 'At most 20 characters as a reader sees them; null: the product’s own word.' })
  term: string | null;
}

@ObjectType('PlanTerms', { description: 'What learners read for “learning plan”: on their own pages only, never in the administration, in reports or in this API.' })
export class PlanTermsType {
  @Field(() => [PlanTerm], { description: 'One for each language.' })
  terms: PlanTerm[];

  @Field(() => Int, { description: 'Send it when you change them.' })
  rowVersion: number;
}

@InputType({ description: 'What learners are to read in one language.' })
export class PlanTermInput {
  @Field(() => TermLanguage, { description: 'In which language.' })
  language: TermLanguage;

  @Field({ description: 'At most 20 characters as a reader sees them; empty: the product’s own word.' })
  term: string;
}

@InputType({ description: 'What learners are to read for “learning plan”.' })
export class SetPlanTermsInput {
  @Field(() => String, { nullable: true, description: 'Your own id of this act; repeated, it has one effect and one answer.' })
  clientMutationId?: string | null;

  @Field(() => Int, { description: '`rowVersion` that was read.' })
  rowVersion: number;

  @Field(() => [PlanTermInput], { description: 'All of them; a language that is left out has the product’s own word.' })
  terms: PlanTermInput[];
}

export const PlanTermsResult = createUnionType({
  name: 'PlanTermsResult',
  description: 'The words as they are now, or why nothing was changed.',
  types: () => [PlanTermsType, InputRefused, StaleEdit] as const,
});

/** The organization's own word for a learning plan (L5–L8). */
@Resolver()
export class PlanTermsResolver {
  @Guarded('SETTINGS_READ')
  @Query(() => PlanTermsType, { description: 'What learners read for “learning plan”.' })
  async planTerms(@Ctx() context: RequestContext): Promise<PlanTermsType> {
    const { terms, rowVersion } = await context.read((transaction) => readPlanTerms(transaction));
    return present(PlanTermsType, { rowVersion, terms: LANGUAGES.map((language) => present(PlanTerm, { language: language as TermLanguage, term: terms[language] ?? null })) });
  }

  @Guarded('SETTINGS_EDIT')
  @Mutation(() => PlanTermsResult, { description: 'Says what learners read for “learning plan”.' })
  async setPlanTerms(
    @Arg('input', () => SetPlanTermsInput, { description: 'The words.' }) input: SetPlanTermsInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof PlanTermsResult> {
    const terms = input.terms.map(({ language, term }) => ({ language: language as Language, term }));
    const result = await context.mutate('setPlanTerms', input, (transaction) => setPlanTerms(transaction, { terms, rowVersion: input.rowVersion }));
    return answer(context, result, () => this.planTerms(context));
  }
}
