import { describeAudience, succeed, type AudienceExpression } from '@milepost/domain';
import { Arg, createUnionType, Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { present, presentRefusal } from '../../platform/graphql/answer.ts';
import { Guarded } from '../../platform/graphql/guard.ts';
import { InputRefused } from '../../platform/graphql/problems.ts';
import { JsonScalar } from '../../platform/graphql/scalars.ts';
import type { RequestContext } from '../../platform/request/request-context.ts';
import { peopleScope } from '../access/index.ts';
import { Person, presentPerson } from '../people/index.ts';
import { previewAudience } from './audience.queries.ts';
import { readAudienceNames, resolveAudience } from './resolve-audience.ts';

@ObjectType({ description: 'Whom an audience expression chooses at this moment.' })
export class AudiencePreview {
  @Field(() => Int, { description: 'How many active people, within the scope of the caller; exact.' })
  people: number;

  @Field({ description: 'Whether that is everybody who takes part, within the scope of the caller.' })
  choosesEverybody: boolean;

  @Field(() => [Person], { description: 'The first few by name.' })
  sample: Person[];

  @Field({ description: 'The expression as a sentence.' })
  sentence: string;
}

export const AudiencePreviewResult = createUnionType({
  name: 'AudiencePreviewResult',
  description: 'Whom the expression chooses, or what is wrong with it.',
  types: () => [AudiencePreview, InputRefused] as const,
});

const sampleSize = 8;

@Resolver()
export class AudienceResolver {
  @Guarded('PEOPLE_READ')
  @Query(() => AudiencePreviewResult, { description: 'Counts and samples an audience before it is used.' })
  async audiencePreview(
    @Arg('audience', () => JsonScalar, { description: 'An audience expression, e.g. `{ "kind": "EVERYONE" }`.' }) audience: unknown,
    @Ctx() context: RequestContext,
  ): Promise<typeof AudiencePreviewResult> {
    const scope = peopleScope(context.caller, 'PEOPLE_READ');
    const found = await context.read(async (transaction) => {
      const expression = await resolveAudience(transaction, context.caller, audience, 'audience');
      if (!expression.ok) return expression;
      return succeed({ expression: expression.value, ...(await previewAudience(transaction, expression.value, scope, sampleSize)) });
    });
    if (!found.ok) return presentRefusal(context, found.problem);
    const { expression, people, choosesEverybody, sample } = found.value;
    return present(AudiencePreview, { people, choosesEverybody, sample: sample.map(presentPerson), sentence: await sayAudience(context, expression) });
  }
}

/** A stored expression as a sentence in the caller's language. */
export async function sayAudience(context: RequestContext, expression: AudienceExpression): Promise<string> {
  return describeAudience(expression, await readAudienceNames(context, expression), context.locale);
}
