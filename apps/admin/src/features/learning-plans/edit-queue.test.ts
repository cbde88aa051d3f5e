import { expect, test } from '@jest/globals';
import { EditQueue, type PlanEdit } from './edit-queue.ts';
import { buildPlan } from './plan.testing.ts';

type Result = Awaited<ReturnType<PlanEdit['send']>>;

const saved = (rowVersion: number): Result => ({ is: 'ANSWERED', data: buildPlan({ draft: { rowVersion } }) as never });
const stale: Result = { is: 'ANSWERED', data: { __typename: 'StaleEdit', problems: [] } };
const lost: Result = { is: 'FAILED', failure: { kind: 'NETWORK', lost: 'UNSURE' } };

/** An edit that answers one after the other, and keeps what it was sent with. */
function edit(key: string, ...answers: Result[]) {
  const sent: { rowVersion: number; id: string }[] = [];
  const made: PlanEdit = {
    key,
    lane: 'DRAFT',
    label: key,
    mine: 'mine',
    theirs: () => 'theirs',
    send: async (rowVersion, id) => {
      sent.push({ rowVersion, id });
      return answers[Math.min(sent.length, answers.length) - 1] ?? saved(0);
    },
  };
  return { made, sent };
}
const start = () => new EditQueue({ DRAFT: 1, SETTINGS: 1 });

test('edits are saved one after the other, each on the version that the one before left', async () => {
  const queue = start();
  const [first, second] = [edit('name', saved(2)), edit('description', saved(3))];
  queue.change(first.made, 'now');
  queue.change(second.made, 'now');
  expect(await queue.settle()).toBe(true);
  expect([first.sent[0]?.rowVersion, second.sent[0]?.rowVersion]).toEqual([1, 2]);
  expect(queue.state().save).toBe('SAVED');
});

test('what is typed while the same waits takes its place', async () => {
  const queue = start();
  const [early, late] = [edit('name', saved(2)), edit('name', saved(2))];
  queue.change(early.made, 'after typing');
  queue.change(late.made, 'after typing');
  await queue.settle();
  expect([early.sent.length, late.sent.length]).toEqual([0, 1]);
});

test('without an answer the edit waits, and is sent again as the same act', async () => {
  const queue = start();
  const { made, sent } = edit('name', lost, saved(2));
  queue.change(made, 'now');
  expect(await queue.settle()).toBe(false);
  expect(queue.state()).toMatchObject({ save: 'FAILED', failure: { lost: 'UNSURE' } });
  expect(await queue.settle()).toBe(true);
  expect(sent[0]).toEqual(sent[1]);
});

test('after a stale edit nothing is sent until one chooses; keeping mine sends it on the new version as a new act', async () => {
  const queue = start();
  const { made, sent } = edit('name', stale, saved(6));
  queue.change(made, 'now');
  expect(await queue.settle()).toBe(false);
  expect(queue.state().conflicting).toEqual([made]);
  queue.change(edit('description', saved(7)).made, 'now');
  expect(queue.state().conflicting).toHaveLength(2);
  expect(await queue.keepMine({ DRAFT: 5, SETTINGS: 1 })).toBe(true);
  expect(sent.map((each) => each.rowVersion)).toEqual([1, 5]);
  expect(sent[0]?.id).not.toBe(sent[1]?.id);
});

test('taking theirs gives up what was typed, and goes on from their version', async () => {
  const queue = start();
  queue.change(edit('name', stale).made, 'now');
  await queue.settle();
  queue.takeTheirs({ DRAFT: 9, SETTINGS: 1 });
  expect(queue.state()).toMatchObject({ save: 'SAVED', conflicting: [] });
  const next = edit('description', saved(10));
  queue.change(next.made, 'now');
  await queue.settle();
  expect(next.sent[0]?.rowVersion).toBe(9);
});

test('a refused edit says why at its field, and the others are saved all the same', async () => {
  const queue = start();
  const refused = edit('name', { is: 'ANSWERED', data: { __typename: 'InputRefused', problems: [{ code: 'TOO_LONG', message: 'Too long.' }] } });
  queue.change(refused.made, 'now');
  const other = edit('description', saved(2));
  queue.change(other.made, 'now');
  expect(await queue.settle()).toBe(false);
  expect(queue.state()).toMatchObject({ save: 'UNSAVED', refused: { name: 'Too long.' } });
  expect(other.sent).toHaveLength(1);
});
