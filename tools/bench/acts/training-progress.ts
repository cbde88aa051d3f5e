import { type Act, ask, type Result, signIn } from '../bench-context.ts';
import { rareName } from '../dataset/structure.ts';
import { askAgain, atMost } from './ask-again.ts';

/** The first page of training progress over thirty completions of each person, narrowed in every way that the page offers, of today and of a past day, and the past of a plan. */
export const trainingProgress: Act = async (context) => {
  const { adminId, people } = context.world;
  await signIn(context, [adminId]);
  const [named] = await ask<{ top: string; leaf: string; course: string; person: string; plan: string }>(
    context,
    `SELECT (SELECT id FROM bench.department WHERE n = 1) AS top, (SELECT id FROM bench.department WHERE n = 50) AS leaf, (SELECT course_id FROM bench.course LIMIT 1) AS course,
       (SELECT id FROM bench.person LIMIT 1) AS person, (SELECT id FROM bench.plan LIMIT 1) AS plan`,
  );
  const { top, leaf, course, person, plan } = named!;
  const lists: readonly (readonly [name: string, type: string, filter: object])[] = [
    ['all courses', 'COURSE', {}],
    ['in progress', 'COURSE', { state: 'IN_PROGRESS' }],
    ['plans', 'PLAN', {}],
    ['one course', 'COURSE', { itemId: course }],
    ['one person', 'COURSE', { personId: person }],
    ['a large department', 'COURSE', { departmentId: top }],
    ['a small department', 'COURSE', { departmentId: leaf }],
    ['a frequent name', 'COURSE', { search: 'muller' }],
    ['a rare name', 'COURSE', { search: rareName.slice(2) }],
    ['nobody’s name', 'COURSE', { search: 'nobody is called so' }],
    ['an origin that nobody has', 'COURSE', { origins: ['IMPORT'] }],
    ['three days', 'COURSE', { from: '2026-09-10', to: '2026-09-12' }],
    ['one course, a frequent name', 'COURSE', { itemId: course, search: 'muller' }],
    ['one course, a large department, completed', 'COURSE', { itemId: course, departmentId: top, state: 'COMPLETED' }],
  ];
  const facts = (people * 30).toLocaleString('en');
  const results: Result[] = [];
  for (const [name, type, filter] of lists) {
    const { ours } = await askAgain(context, adminId, 'TrainingProgressList', { type, first: 50, after: null, filter });
    results.push(atMost(`Training progress of ${facts} completions, first page: ${name}`, ours, 100, 'p95'));
  }
  const date = new Date().toISOString().slice(0, 10);
  for (const knowledge of ['KNOWN_THEN', 'KNOWN_TODAY']) {
    for (const [name, type, filter] of lists.filter(([, type]) => type !== 'PLAN')) {
      const { ours } = await askAgain(context, adminId, 'PastTraining', { type, first: 50, after: null, asOf: { date: monthBefore(date), knowledge }, filter });
      results.push(atMost(`Training progress as of a month ago, ${knowledge === 'KNOWN_THEN' ? 'known then' : 'known today'}, first page: ${name}`, ours, 100, 'p95'));
    }
  }
  for (const knowledge of ['KNOWN_THEN', 'KNOWN_TODAY']) {
    const asOf = { date, knowledge };
    const said = knowledge === 'KNOWN_THEN' ? 'known then' : 'known today';
    const list = await askAgain(context, adminId, 'PastPeople', { first: 50, after: null, asOf, filter: { planId: plan } });
    results.push(atMost(`People of a plan as of a day, ${said}: first page`, list.ours));
    const totals = await askAgain(context, adminId, 'PastTotals', { asOf, filter: { planId: plan } });
    const { total } = (totals.answer as { pastTotals: { total: number } }).pastTotals;
    results.push(atMost(`Totals of a plan as of a day, ${said}, ${total.toLocaleString('en')} people`, totals.ours));
  }
  const between = { from: { date: monthBefore(date), knowledge: 'KNOWN_THEN' }, to: { date, knowledge: 'KNOWN_TODAY' }, filter: { planId: plan } };
  const counts = await askAgain(context, adminId, 'PastChangeCounts', between);
  const changed = (counts.answer as { standingChangeCounts: { people: number }[] }).standingChangeCounts.reduce((sum, each) => sum + each.people, 0);
  results.push(atMost(`What differs in a plan of ${people.toLocaleString('en')} after a month: how many of each kind, ${changed.toLocaleString('en')} people`, counts.ours));
  const changes = await askAgain(context, adminId, 'PastChanges', { first: 50, after: null, ...between });
  results.push(atMost(`What differs in a plan of ${people.toLocaleString('en')} after a month: first page, with causes`, changes.ours));
  return results;
};

function monthBefore(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) - 30 * 86_400_000).toISOString().slice(0, 10);
}
