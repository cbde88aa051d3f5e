import './styles/work.css';
import { Button, Drawer, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from '../i18n/use-translation.tsx';
import { useFormat } from '../i18n/format.ts';
import { ErrorState, type Failure } from './error-state.tsx';
import classes from './operation-drawer.module.css';
import { OperationPreviewView, type OperationPreview } from './operation-preview.tsx';
import { ProgressBar } from './progress-bar.tsx';
import { ListSkeleton } from './skeletons.tsx';

/** How far a bulk act is, as the API's Operation says; the drawer only shows it. */
export type OperationStage =
  | { readonly is: 'CHOOSING' }
  | { readonly is: 'PREVIEWING' }
  /** `barred`: why the reader may not commit it, in the place of the button. */
  | { readonly is: 'PREVIEWED'; readonly preview: OperationPreview; readonly barred?: ReactNode }
  | { readonly is: 'RUNNING'; readonly done: number; readonly total: number }
  | { readonly is: 'FINISHED'; readonly report: ReactNode; readonly undoUntil?: string }
  | { readonly is: 'FAILED'; readonly failure: Failure; readonly retry?: () => void };

interface OperationDrawerProps {
  opened: boolean;
  title: string;
  stage: OperationStage;
  /** The form in which one chooses; what was typed stays when going back. */
  choose: ReactNode;
  /** Whether enough is chosen to ask for a preview. */
  chosen: boolean;
  onPreview(): void;
  /** Back from the preview to the choice. */
  onBack(): void;
  onCommit(): void;
  /** The verb with its number, for the button: "Assign to 312 people". */
  commitLabel: (count: number) => string;
  onUndo?: () => void;
  onClose(): void;
  /** From this count on the number must be repeated by hand. */
  askFrom?: number;
}

const steps = ['choose', 'preview', 'run', 'report'] as const;
const stepOf: Record<OperationStage['is'], (typeof steps)[number]> = {
  CHOOSING: 'choose',
  PREVIEWING: 'preview',
  PREVIEWED: 'preview',
  RUNNING: 'run',
  FINISHED: 'report',
  FAILED: 'report',
};

/** The operation pattern (U21–U27): choose → preview → confirm with the number repeated → progress → report → undo. Closing it does not stop the work. */
export function OperationDrawer(props: OperationDrawerProps) {
  const { opened, title, stage, choose, chosen, onPreview, onUndo, onClose } = props;
  const { t } = useTranslation(['ui', 'work']);
  const format = useFormat();
  const heading = useRef<HTMLHeadingElement>(null);
  const step = stepOf[stage.is];
  const shownStep = useRef(step);
  useEffect(() => {
    if (shownStep.current === step) return;
    shownStep.current = step;
    heading.current?.focus();
  }, [step]);

  return (
    <Drawer opened={opened} onClose={onClose} title={title} position="right" size="lg" closeButtonProps={{ 'aria-label': t('action.close') }}>
      <ol className={classes.steps}>
        {steps.map((name) => (
          <li key={name} aria-current={name === step ? 'step' : undefined}>
            {t(`work:operation.steps.${name}`)}
          </li>
        ))}
      </ol>
      <Title order={3} ref={heading} tabIndex={-1} className={classes.spoken}>
        {t(`work:operation.steps.${step}`)}
      </Title>
      <div hidden={stage.is !== 'CHOOSING'}>
        <Stack>
          {choose}
          <Group justify="flex-end">
            <Button onClick={onPreview} disabled={!chosen}>
              {t('work:operation.preview')}
            </Button>
          </Group>
        </Stack>
      </div>
      {stage.is === 'PREVIEWING' && (
        <>
          <Text size="sm" c="dimmed" mb="sm">
            {t('work:operation.previewing')}
          </Text>
          <ListSkeleton rows={5} />
        </>
      )}
      {stage.is === 'PREVIEWED' && <Confirm key={stage.preview.id} {...props} preview={stage.preview} barred={stage.barred} />}
      {stage.is === 'RUNNING' && (
        <Stack>
          <ProgressBar value={stage.total === 0 ? 0 : stage.done / stage.total} label={title} withText />
          <Text size="sm">{t('work:operation.progress', { done: format.number(stage.done), total: format.number(stage.total) })}</Text>
          <Text size="sm" c="dimmed">
            {t('work:operation.runInBackground')}
          </Text>
        </Stack>
      )}
      {stage.is === 'FINISHED' && (
        <Stack>
          {stage.report}
          <Group justify="flex-end">
            {onUndo && stage.undoUntil && (
              <>
                <Text size="sm" c="dimmed">
                  {t('work:operation.undoUntil', { time: format.dateTime(new Date(stage.undoUntil)) })}
                </Text>
                <Button variant="default" onClick={onUndo}>
                  {t('work:operation.undo')}
                </Button>
              </>
            )}
            <Button onClick={onClose}>{t('work:operation.close')}</Button>
          </Group>
        </Stack>
      )}
      {stage.is === 'FAILED' && <ErrorState failure={{ title: t('work:operation.failed'), ...stage.failure }} onRetry={stage.retry} order={3} />}
    </Drawer>
  );
}

function Confirm({ preview, barred, onBack, onCommit, commitLabel, askFrom = 25 }: OperationDrawerProps & { preview: OperationPreview; barred?: ReactNode }) {
  const { t } = useTranslation(['ui', 'work']);
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const mayCommit = !barred && (preview.affected > 0 || preview.nobodyText !== undefined);
  const mustType = preview.affected >= askFrom;
  const matches = !mustType || typed.replace(/[\s.,，]/g, '') === String(preview.affected);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (mayCommit && matches) onCommit();
      }}
    >
      <Stack>
        <OperationPreviewView preview={preview} />
        {barred}
        {mayCommit && mustType && (
          <TextInput
            label={t('work:confirm.typeNumber', { number: preview.affected })}
            inputMode="numeric"
            autoComplete="off"
            value={typed}
            error={tried && !matches ? t('work:confirm.mismatch', { number: preview.affected }) : undefined}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        )}
        <Group justify="space-between">
          <Button variant="default" onClick={onBack}>
            {t('action.back')}
          </Button>
          {mayCommit && <Button type="submit">{commitLabel(preview.affected)}</Button>}
        </Group>
      </Stack>
    </form>
  );
}
