import { type Act, ask, type Result, signIn } from '../bench-context.ts';
import { rareName } from '../dataset/structure.ts';
import { askAgain, atMost } from './ask-again.ts';

/** The list of people as the admin's search field asks for it: many of a name, few, and none; with their number. */
export const search: Act = async (context) => {
  await signIn(context, [context.world.adminId]);
  const results: Result[] = [];
  for (const words of ['muller', rareName.slice(2), 'nobody is called so']) {
    const variables = { first: 50, after: null, filter: { search: words } };
    const { ours, answer } = await askAgain(context, context.world.adminId, 'PeopleList', variables);
    const found = (answer as { peopleCount: number }).peopleCount;
    results.push(atMost(`Search of ${context.world.people.toLocaleString('en')} people for “${words}”, ${found.toLocaleString('en')} found`, ours, 100));
  }
  return results;
};

/** How many an audience has, its sentence and a sample, as the editor asks for it while somebody types. */
export const audiences: Act = async (context) => {
  await signIn(context, [context.world.adminId]);
  const [top, leaf] = await ask<{ id: string }>(context, 'SELECT id FROM bench.department WHERE n IN (1, 50) ORDER BY n');
  const department = (id: string): object => ({ kind: 'DEPARTMENTS', departmentIds: [id], includeSubDepartments: true });
  const expressions: Readonly<Record<string, object>> = {
    everybody: { kind: 'EVERYONE' },
    'a department with what is below it': department(top!.id),
    'one department or the other, and not those of a language': {
      kind: 'AND',
      operands: [{ kind: 'OR', operands: [department(top!.id), department(leaf!.id)] }, { kind: 'NOT', operand: { kind: 'LANGUAGES', languages: ['zh-CN'] } }],
    },
  };
  const results: Result[] = [];
  for (const [name, audience] of Object.entries(expressions)) {
    const { ours, answer } = await askAgain(context, context.world.adminId, 'AudienceCount', { audience });
    const { people } = (answer as { audiencePreview: { people?: number } }).audiencePreview;
    if (people === undefined) throw new Error(`The audience was refused: ${JSON.stringify(answer)}`);
    results.push(atMost(`Audience of ${people.toLocaleString('en')} of ${context.world.people.toLocaleString('en')}: ${name}`, ours));
  }
  return results;
};
