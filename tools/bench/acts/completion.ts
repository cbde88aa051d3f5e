import { type Act, ask, type BenchContext, compare, compareServers, graphqlRequest, signIn } from '../bench-context.ts';
import type { BareCompletion } from '../bare/write-completion.ts';
import type { LoadReport } from '../load/generate-load.ts';
import { rawRequest } from '../load/raw-client.ts';
import { runProcess } from '../load/run-process.ts';

/** The most that a second brings, so that a turn does not run dry. */
const perSecond = 600;

/**
 * One completion: a module that completes its course, which begins a plan. By the use case without HTTP beside the bare transaction that
 * writes the same rows, and over GraphQL beside the bare HTTP server that does.
 */
export const completion: Act = async (context) => {
  const { options, postgres } = context;
  const write = (by: 'PRODUCT' | 'BARE', databaseUrl: string) => async (): Promise<LoadReport> =>
    runProcess('write-completions.ts', { by, databaseUrl, clients: options.clients, seconds: options.seconds, completions: await takeCompletions(context, options.seconds * perSecond) });
  const { samples: _none, ...useCase } = await compare(context, write('PRODUCT', postgres.url('app')), write('BARE', postgres.url('superuser')));

  const { samples: _answers, ...graphql } = await compareServers(
    context,
    async () => {
      const completions = await takeCompletions(context, options.seconds * perSecond);
      await signIn(context, completions.map((each) => each.personId));
      return { requests: completions.map(asMutation), once: true };
    },
    async () => {
      const completions = await takeCompletions(context, options.seconds * perSecond);
      return { requests: completions.map((body) => rawRequest({ method: 'POST', path: '/complete', body })), once: true };
    },
  );
  return [
    { act: 'One completion, the use case by itself', ...useCase, mark: '≥ 0.25', reached: useCase.ratio! >= 0.25 },
    { act: 'One completion over GraphQL', ...graphql, mark: undefined, reached: undefined },
  ];
};

function asMutation({ personId, moduleId, courseId }: BareCompletion): string {
  return graphqlRequest(personId, 'RecordProgress', {
    input: { moduleId, courseId, at: new Date().toISOString(), viewed: 1, reachedEnd: true, confirmed: true },
  });
}

/** Courses that people have not begun, of plans that they have not begun; each is given out once. */
export function takeCompletions(context: BenchContext, count: number): Promise<BareCompletion[]> {
  return ask<BareCompletion & Record<string, unknown>>(
    context,
    `WITH taken AS (
       DELETE FROM bench.enrollment WHERE id IN (SELECT id FROM bench.enrollment WHERE pattern = 0 ORDER BY person_n % 97, person_n LIMIT $1)
       RETURNING id, person_id, plan_id, plan_n
     )
     SELECT w.organization_id AS "organizationId", t.person_id AS "personId", c.module_id AS "moduleId", c.course_id AS "courseId",
       t.plan_id AS "planId", t.id AS "enrollmentId", k.milestones::text AS milestones
     FROM bench.world w, taken t JOIN bench.course c ON c.plan_n = t.plan_n AND c.place = 0
     JOIN bench.kind k ON k.plan_n = t.plan_n AND k.pattern = 1 AND k.zone = 1`,
    [count],
  );
}
