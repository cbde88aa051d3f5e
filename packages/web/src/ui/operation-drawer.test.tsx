import { expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import { renderApp } from '../testing/render-app.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { OperationDrawer, type OperationStage } from './operation-drawer.tsx';

const preview = {
  id: 'p1',
  affected: 312,
  counts: [{ id: 'new', label: 'get the plan', count: 312 }],
  sample: [{ id: '1', name: 'Mia' }],
  conflicts: [{ id: '1', text: '3 people have no hire date.' }],
};

function drawer(stage: OperationStage, on: { commit?: () => void; undo?: () => void } = {}) {
  return (
    <OperationDrawer
      opened
      title="Assign"
      stage={stage}
      choose={<input aria-label="Note" />}
      chosen
      onPreview={() => {}}
      onBack={() => {}}
      onCommit={on.commit ?? (() => {})}
      commitLabel={(count) => `Assign to ${count} people`}
      onUndo={on.undo}
      onClose={() => {}}
    />
  );
}

test('the number has to be repeated before many people are touched [U21]', async () => {
  let committed = 0;
  const { user } = await renderApp(drawer({ is: 'PREVIEWED', preview }, { commit: () => (committed += 1) }));
  expect(screen.getByText('3 people have no hire date.')).toBeVisible();
  expect(screen.getByText('and 311 more')).toBeVisible();
  await user.type(screen.getByLabelText('Type 312 to confirm'), '31');
  await user.click(screen.getByRole('button', { name: 'Assign to 312 people' }));
  expect(committed).toBe(0);
  expect(screen.getByText('Type exactly 312.')).toBeVisible();
  await user.type(screen.getByLabelText('Type 312 to confirm'), '2');
  await user.click(screen.getByRole('button', { name: 'Assign to 312 people' }));
  expect(committed).toBe(1);
});

test('what was chosen is kept while the preview is shown', async () => {
  const view = await renderApp(drawer({ is: 'CHOOSING' }));
  await view.user.type(screen.getByLabelText('Note'), 'Q4');
  expect(screen.getByLabelText('Note')).toHaveValue('Q4');
  expect(screen.queryByText('What will happen')).toBeNull();
});

test('a preview that changes nothing offers nothing to commit', async () => {
  await renderApp(drawer({ is: 'PREVIEWED', preview: { id: 'p2', affected: 0, counts: [], sample: [], conflicts: [] } }));
  expect(screen.getByText('Nothing would change.')).toBeVisible();
  expect(screen.queryByRole('button', { name: /Assign to/ })).toBeNull();
});

test('a running act shows its progress as a figure and says that one may leave', async () => {
  await renderApp(drawer({ is: 'RUNNING', done: 120, total: 312 }));
  expect(screen.getByRole('progressbar', { name: 'Assign' })).toHaveAttribute('aria-valuenow', '38');
  expect(screen.getByText(/You can leave this page/)).toBeVisible();
});

test('a finished act can be undone while its time lasts', async () => {
  let undone = 0;
  const { user } = await renderApp(drawer({ is: 'FINISHED', report: 'Done', undoUntil: '2026-11-25T08:00:00Z' }, { undo: () => (undone += 1) }));
  await user.click(screen.getByRole('button', { name: 'Undo all of it' }));
  expect(undone).toBe(1);
});

test('a destructive dialog stays open when its act fails', async () => {
  let tries = 0;
  const fail = async () => {
    tries += 1;
    throw new Error('refused');
  };
  const { user } = await renderApp(
    <ConfirmDialog opened title="Remove Mia?" confirmLabel="Remove Mia" count={1} onConfirm={fail} onClose={() => {}}>
      Her progress stays.
    </ConfirmDialog>,
  );
  expect(screen.queryByLabelText(/Type/)).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Remove Mia' }));
  await user.click(await screen.findByRole('button', { name: 'Remove Mia' }));
  expect(tries).toBe(2);
});
