import { expect, test } from '@jest/globals';
import { EditHistory, type HistoryStep } from './edit-history.ts';

const step = (key: string, before: string, after: string, typing = false): HistoryStep<string> => ({ key, label: key, undo: before, redo: after, typing });

test('edits are undone from the last to the first, and done again in their order', () => {
  const history = new EditHistory<string>();
  history.record(step('name', 'a', 'b'));
  history.record(step('due', 'x', 'y'));
  expect([history.undo()?.undo, history.undo()?.undo, history.undo()]).toEqual(['x', 'a', undefined]);
  expect(history.state()).toEqual({ undo: null, redo: 'name' });
  expect([history.redo()?.redo, history.redo()?.redo, history.redo()]).toEqual(['b', 'y', undefined]);
});

test('what is typed in one field without a pause is one step, back to what stood there at first', () => {
  let now = 0;
  const history = new EditHistory<string>(() => now);
  history.record(step('name', '', 'a', true));
  history.record(step('name', 'a', 'ab', true));
  now = 5000;
  history.record(step('name', 'ab', 'abc', true));
  expect([history.undo()?.undo, history.undo()?.undo, history.undo()]).toEqual(['ab', '', undefined]);
});

test('an edit after an undo ends what could be done again', () => {
  const history = new EditHistory<string>();
  history.record(step('name', 'a', 'b'));
  history.undo();
  history.record(step('due', 'x', 'y'));
  expect(history.state()).toEqual({ undo: 'due', redo: null });
  history.clear();
  expect(history.state()).toEqual({ undo: null, redo: null });
});
