import { Stack, Switch, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { AssignedOutside } from './assigned-outside.tsx';
import classes from './content-step.module.css';
import { SetPlanVisibleRangeDocument } from './plan-edits.generated.ts';
import { usePlanEditing } from './plan-editing.tsx';
import { useFocusAt } from './use-focus-at.ts';
import { useTyped } from './use-typed.ts';

/** How a page gives the field that chooses an audience: its value is an audience expression, null for nobody. */
export type AudienceSlot = (field: { value: unknown; onChange(next: unknown, sentence: string): void; nobodyLabel?: string }) => ReactNode;

/** Step 3: who may find the plan and learn by themselves (D14), by itself and by catalogs. */
export function VisibilityStep({ audience, catalogs }: { audience: AudienceSlot; catalogs?: ReactNode }) {
  const { t } = useTranslation(['plans', 'ui']);
  const { plan, queue, revision, change } = usePlanEditing();
  const [range, setRange] = useTyped<unknown>(plan.visibleRange, revision);
  const [shown, setShown] = useTyped(plan.displayOnFrontEnd, revision);
  const [addable, setAddable] = useTyped(plan.showAddToMyPlans, revision);
  useFocusAt();
  if (!plan.viewerCan.setVisibleRange) return <Text>{plan.visibleRangeSentence ?? t('visibility.nobody')}</Text>;
  return (
    <Stack data-at="plan" tabIndex={-1}>
      <Text size="sm" c="dimmed">
        {t('visibility.text')}
      </Text>
      <div data-field="visibleRange" tabIndex={-1}>
        {audience({
          value: range,
          nobodyLabel: t('visibility.nobody'),
          onChange: (next, sentence) => {
            setRange(next);
            change(
              { key: 'visibleRange', lane: 'SETTINGS', label: t('visibility.title'), mine: sentence, theirs: (there) => there.visibleRangeSentence ?? t('visibility.nobody') },
              SetPlanVisibleRangeDocument,
              { visibleRange: next },
              'after typing',
            );
          },
        })}
      </div>
      {queue.refused['visibleRange'] && (
        <p role="alert" className={classes.problem}>
          {queue.refused['visibleRange']}
        </p>
      )}
      <AssignedOutside planId={plan.id} rowVersion={plan.rowVersion} />
      <Switch
        label={t('visibility.display')}
        description={t('visibility.displayText')}
        checked={shown}
        onChange={(event) => {
          const next = event.currentTarget.checked;
          setShown(next);
          change(
            {
              key: 'displayOnFrontEnd',
              lane: 'SETTINGS',
              label: t('visibility.display'),
              mine: next ? t('yes') : t('no'),
              theirs: (there) => (there.displayOnFrontEnd ? t('yes') : t('no')),
            },
            SetPlanVisibleRangeDocument,
            { displayOnFrontEnd: next },
          );
        }}
      />
      <Switch
        label={t('visibility.add')}
        description={t('visibility.addText')}
        checked={addable}
        onChange={(event) => {
          const next = event.currentTarget.checked;
          setAddable(next);
          change(
            {
              key: 'showAddToMyPlans',
              lane: 'SETTINGS',
              label: t('visibility.add'),
              mine: next ? t('yes') : t('no'),
              theirs: (there) => (there.showAddToMyPlans ? t('yes') : t('no')),
            },
            SetPlanVisibleRangeDocument,
            { showAddToMyPlans: next },
          );
        }}
      />
      {queue.refused['showAddToMyPlans'] && (
        <p role="alert" className={classes.problem}>
          {queue.refused['showAddToMyPlans']}
        </p>
      )}
      {catalogs}
    </Stack>
  );
}
