import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useAct } from '@milepost/web/apollo/use-act.ts';
import { queryState } from '@milepost/web/apollo/list-state.ts';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { ConfirmDialog } from '@milepost/web/ui/confirm-dialog.tsx';
import { ErrorState } from '@milepost/web/ui/error-state.tsx';
import { LostPage } from '@milepost/web/ui/lost-page.tsx';
import { ListSkeleton } from '@milepost/web/ui/skeletons.tsx';
import type { ReactNode } from 'react';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { MendPanel } from './mend-panel.tsx';
import { NotForReader } from './not-for-reader.tsx';
import { CancelOperationDocument, type OperationPartsFragment, useOperationStateQuery } from './operation.generated.ts';
import { OperationLive } from './operation-live.tsx';
import { OperationFigures } from './operation-report.tsx';
import { OperationRows } from './operation-rows.tsx';
import { useAskedCommit } from './use-asked-commit.ts';
import { useMends } from './use-mends.ts';
import { affectedBy, isRunning, wasGivenUp } from './use-operation-words.ts';

interface OperationDecisionProps {
  id: string;
  /** What the commit does, with its number: "Import 312 people". */
  commitLabel(count: number): string;
  /** What the confirmation asks and says. */
  confirm: { title(count: number): string; text(counts: (name: string) => number): string };
  /** Said while the preview is worked out, while it waits, after a stale commit, and when it is done. */
  words: { analysing: string; ready: string; stale: string; nothing: string; again: string };
  done: ReactNode;
  /** Where the way leads back to when there is no such operation. */
  home: string;
  /** Gives this one up and begins anew; absent for whoever may not begin one. */
  onAgain?: () => void;
}

/** A preview that fills a page: analysis, rows by class, commit with the number repeated, progress and report; a reload finds it again. */
export function OperationDecision(props: OperationDecisionProps) {
  const query = useOperationStateQuery({ variables: { id: props.id }, fetchPolicy: 'cache-and-network' });
  const state = queryState(query);
  const operation = query.data?.operation;
  if (state.is === 'loading') return <ListSkeleton />;
  if (state.is === 'failed') return <ErrorState failure={state.failure} onRetry={state.retry} />;
  if (!operation) return props.onAgain ? <Button onClick={props.onAgain}>{props.words.again}</Button> : <LostPage home={props.home} />;
  return (
    <Stack>
      {isRunning(operation.state) && <OperationLive id={props.id} />}
      <Decide {...props} operation={operation} />
    </Stack>
  );
}

function Decide({ operation, commitLabel, confirm, words, done, onAgain }: OperationDecisionProps & { operation: OperationPartsFragment }) {
  const { t } = useTranslation(['ui', 'operations']);
  const format = useFormat();
  const act = useAct();
  const { asking, ask, dismiss, commit, stale, failure } = useAskedCommit(operation);
  const mends = useMends(operation);
  const affected = affectedBy(operation);
  const { viewerCan } = operation;
  const again = onAgain && (
    <Button
      variant="default"
      onClick={() => {
        if (viewerCan.discard) void act(CancelOperationDocument, { operationId: operation.id });
        onAgain();
      }}
    >
      {words.again}
    </Button>
  );

  if (operation.state === 'ANALYSING') {
    return (
      <>
        <Text role="status">{words.analysing}</Text>
        {operation.rowsDone > 0 && <Text c="dimmed">{t('operations:read', { count: operation.rowsDone, number: format.number(operation.rowsDone) })}</Text>}
        <ListSkeleton rows={4} />
      </>
    );
  }
  if ((operation.state === 'FAILED' && !wasGivenUp(operation)) || operation.state === 'EXPIRED' || operation.state === 'CANCELLED') {
    return (
      <>
        <Alert color="red" role="alert">
          {operation.problem?.message ?? t('error.title')}
        </Alert>
        <Group>{again}</Group>
      </>
    );
  }
  return (
    <>
      {stale && (
        <Alert color="yellow" role="alert">
          {words.stale}
        </Alert>
      )}
      {viewerCan.commit && <Text size="sm">{affected > 0 ? words.ready : words.nothing}</Text>}
      {operation.state === 'PREVIEWED' && !viewerCan.commit && <NotForReader operation={operation} />}
      {operation.state === 'DONE' && done}
      <OperationFigures operation={operation} />
      {failure && <ErrorState failure={failure} />}
      {operation.state === 'PREVIEWED' && (
        <Group>
          {viewerCan.commit && affected > 0 && !mends?.isChanged && <Button onClick={ask}>{commitLabel(affected)}</Button>}
          {again}
        </Group>
      )}
      <MendPanel operation={operation} mends={mends} />
      <OperationRows operation={operation} mends={mends} />
      <ConfirmDialog
        opened={asking}
        title={confirm.title(affected)}
        confirmLabel={commitLabel(affected)}
        count={affected}
        destructive={false}
        onConfirm={commit}
        onClose={dismiss}
      >
        {confirm.text((name) => operation.counts.find((count) => count.class === name)?.rows ?? 0)}
      </ConfirmDialog>
    </>
  );
}
