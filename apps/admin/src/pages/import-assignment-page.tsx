import { Anchor, Group, Stack, Text } from '@mantine/core';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { useViewer } from '@milepost/web/session/session-context.tsx';
import { ErrorState } from '@milepost/web/ui/error-state.tsx';
import { PageHeading } from '@milepost/web/ui/page-heading.tsx';
import { Link, useSearchParams } from 'react-router';
import { AssignmentUpload } from '../features/assignments/assignment-upload.tsx';
import { OperationDecision } from '../features/operations/operation-decision.tsx';
import { paths } from '../paths.ts';

/** Assigning a plan to the people of a list; the analysed list stands in the address (`?operation=`), so that a reload finds it again. */
export function ImportAssignmentPage() {
  const { t } = useTranslation(['assignments', 'admin']);
  const format = useFormat();
  const [params, setParams] = useSearchParams();
  const { permissions } = useViewer();
  const mayAssign = permissions.includes('PLAN_ASSIGN');
  const operationId = params.get('operation');
  const planId = params.get('plan') ?? undefined;
  const kept = planId ? { plan: planId } : undefined;
  const way = planId
    ? { home: paths.plan.to({ planId }), back: t('import.backToPlan'), on: t('import.backToPlan') }
    : permissions.includes('ASSIGNMENT_READ')
      ? { home: paths.assignments.to(), back: t('admin:nav.assignments'), on: t('import.toAssignments') }
      : { home: paths.people.to(), back: t('admin:nav.people'), on: t('admin:nav.people') };
  return (
    <Stack>
      <div>
        <Anchor component={Link} size="sm" to={way.home}>
          {way.back}
        </Anchor>
        <PageHeading title={t('import.title')} />
      </div>
      {operationId ? (
        <OperationDecision
          key={operationId}
          id={operationId}
          commitLabel={(count) => t('commit', { count, number: format.number(count) })}
          confirm={{
            title: (count) => t('import.confirmTitle', { count, number: format.number(count) }),
            text: (counts) => t('import.confirmText', { completed: format.number(counts('SKIPPED_ALREADY_COMPLETED')), errors: format.number(counts('ERROR')) }),
          }}
          words={{ analysing: t('import.analysing'), ready: t('import.ready'), stale: t('import.stale'), nothing: t('import.nothing'), again: t('import.again') }}
          done={
            <Group>
              <Text role="status">{t('import.done')}</Text>
              <Anchor component={Link} to={way.home}>
                {way.on}
              </Anchor>
            </Group>
          }
          home={way.home}
          onAgain={mayAssign ? () => setParams(kept) : undefined}
        />
      ) : !mayAssign ? (
        <ErrorState failure={{ kind: 'FORBIDDEN', lost: 'NOTHING' }} />
      ) : (
        <AssignmentUpload planId={planId} onStarted={(operation) => setParams({ ...kept, operation })} />
      )}
    </Stack>
  );
}
