import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { ErrorState } from '@milepost/web/ui/error-state.tsx';
import { PageHeading } from '@milepost/web/ui/page-heading.tsx';
import { useViewer } from '@milepost/web/session/session-context.tsx';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { Link, useSearchParams } from 'react-router';
import { OperationDecision } from '../features/operations/operation-decision.tsx';
import { ImportUpload } from '../features/people/import-upload.tsx';
import { paths } from '../paths.ts';

/** Importing people from a file; the analysed file stands in the address (`?operation=`), so that a reload finds it again. */
export function ImportPeoplePage() {
  const { t } = useTranslation(['people', 'admin']);
  const format = useFormat();
  const [params, setParams] = useSearchParams();
  const { permissions } = useViewer();
  const mayImport = permissions.includes('DIRECTORY_EDIT');
  const operationId = params.get('operation');
  return (
    <Stack>
      <div>
        <Anchor component={Link} size="sm" to={paths.people.to()}>
          {t('admin:nav.people')}
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
            text: (counts) => t('import.confirmText', { fresh: format.number(counts('NEW')), changed: format.number(counts('CHANGED')), absent: format.number(counts('ABSENT')) }),
          }}
          words={{ analysing: t('import.analysing'), ready: t('import.ready'), stale: t('import.stale'), nothing: t('import.nothing'), again: t('import.again') }}
          done={
            <Group>
              <Text role="status">{t('import.done')}</Text>
              <Button component={Link} to={paths.people.to()} variant="default">
                {t('import.toPeople')}
              </Button>
            </Group>
          }
          home={paths.people.to()}
          onAgain={mayImport ? () => setParams({}) : undefined}
        />
      ) : !mayImport ? (
        <ErrorState failure={{ kind: 'FORBIDDEN', lost: 'NOTHING' }} />
      ) : (
        <ImportUpload onStarted={(operation) => setParams({ operation })} />
      )}
    </Stack>
  );
}
