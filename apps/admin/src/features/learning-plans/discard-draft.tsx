import { Button, Stack, Text } from '@mantine/core';
import { problemsOf, useAct } from '@milepost/web/apollo/use-act.ts';
import { ConfirmDialog } from '@milepost/web/ui/confirm-dialog.tsx';
import { notify } from '@milepost/web/ui/notify.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { paths } from '../../paths.ts';
import { usePlanEditing } from './plan-editing.tsx';
import { DiscardDraftDocument } from './plan-versions.generated.ts';
import { VersionChanges } from './version-changes.tsx';

interface DiscardDraftProps {
  number: number;
  published: number;
}

/** Throws the draft of the next version away, after saying what is lost by it: every difference from what is published. */
export function DiscardDraft({ number, published }: DiscardDraftProps) {
  const { t } = useTranslation(['plans', 'ui']);
  const { plan, version, settle, draftRowVersion } = usePlanEditing();
  const act = useAct();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<string>();
  const open = async () => {
    // What was typed a moment ago is lost too, so it is listed.
    await settle();
    setProblem(undefined);
    setAsking(true);
  };
  const discard = async () => {
    setProblem(undefined);
    const answer = await act(DiscardDraftDocument, { planId: plan.id, rowVersion: draftRowVersion() });
    if (answer.is === 'FAILED') return setProblem(`${t('ui:error.networkText')} ${t('ui:error.unsureLost')}`);
    const [refused] = problemsOf(answer.data.discardDraft);
    if (refused) return setProblem(refused.message);
    notify({ tone: 'success', title: t('version.discarded', { number }) });
    await navigate(paths.plan.to({ planId: plan.id }));
  };
  return (
    <>
      <Button variant="default" onClick={() => void open()}>
        {t('version.discard')}
      </Button>
      <ConfirmDialog opened={asking} title={t('version.discardTitle', { number })} confirmLabel={t('version.discardConfirm', { number })} irreversible onConfirm={discard} onClose={() => setAsking(false)}>
        <Stack gap="sm">
          <Text size="sm">{t('version.discardText', { published })}</Text>
          <VersionChanges of={{ planId: plan.id }} rowVersion={version.rowVersion} />
          {problem && (
            <Text size="sm" role="alert" c="var(--mantine-color-error)">
              {problem}
            </Text>
          )}
        </Stack>
      </ConfirmDialog>
    </>
  );
}
