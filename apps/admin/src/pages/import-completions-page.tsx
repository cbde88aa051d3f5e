import { Anchor, Group, Stack, Text } from '@mantine/core';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { useViewer } from '@milepost/web/session/session-context.tsx';
import { ErrorState } from '@milepost/web/ui/error-state.tsx';
import { PageHeading } from '@milepost/web/ui/page-heading.tsx';
import { Link, useSearchParams } from 'react-router';
import { CompletionsUpload } from '../features/completions/completions-upload.tsx';
import { OperationDecision } from '../features/operations/operation-decision.tsx';
import { paths } from '../paths.ts';

/** Recording completions from a file (U14–U28); the analysed file stands in the address (`?operation=`), so that it can be left and found again. */
export function ImportCompletionsPage() {
  const { t } = useTranslation(['completions', 'admin']);
  const format = useFormat();
  const [params, setParams] = useSearchParams();
  const { permissions } = useViewer();
  const mayImport = permissions.includes('COMPLETIONS_CHANGE');
  const operationId = params.get('operation');
  const home = paths.progress.to();
  return (
    <Stack>
      <div>
        <Anchor component={Link} size="sm" to={home}>
          {t('admin:nav.progress')}
        </Anchor>
        <PageHeading title={t('import.title')} />
      </div>
      {operationId ? (
        <OperationDecision
          key={operationId}
          id={operationId}
          commitLabel={(count) => t('import.commit', { count, number: format.number(count) })}
          confirm={{
            title: (count) => t('import.confirmTitle', { count, number: format.number(count) }),
            text: (counts) => t('import.confirmText', { completed: format.number(counts('ALREADY_COMPLETED')), errors: format.number(counts('ERROR')) }),
          }}
          words={{ analysing: t('import.analysing'), ready: t('import.ready'), stale: t('import.stale'), nothing: t('import.nothing'), again: t('import.again') }}
          done={
            <Group>
              <Text role="status">{t('import.done')}</Text>
              <Anchor component={Link} to={paths.operation.to({ operationId })}>
                {t('import.toReport')}
              </Anchor>
            </Group>
          }
          home={home}
          onAgain={mayImport ? () => setParams({}) : undefined}
        />
      ) : !mayImport ? (
        <ErrorState failure={{ kind: 'FORBIDDEN', lost: 'NOTHING' }} />
      ) : (
        <CompletionsUpload onStarted={(operation) => setParams({ operation })} />
      )}
    </Stack>
  );
}
