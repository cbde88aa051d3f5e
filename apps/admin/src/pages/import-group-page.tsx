import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { useViewer } from '@milepost/web/session/session-context.tsx';
import { ErrorState } from '@milepost/web/ui/error-state.tsx';
import { PageHeading } from '@milepost/web/ui/page-heading.tsx';
import { Link, useParams, useSearchParams } from 'react-router';
import { GroupUpload } from '../features/groups/group-upload.tsx';
import { OperationDecision } from '../features/operations/operation-decision.tsx';
import { paths } from '../paths.ts';

/** Bringing a list of people into a group; the analysed list stands in the address (`?operation=`), so that a reload finds it again. */
export function ImportGroupPage() {
  const { t } = useTranslation('groups');
  const format = useFormat();
  const { groupId = '' } = useParams();
  const [params, setParams] = useSearchParams();
  const operationId = params.get('operation');
  const { permissions } = useViewer();
  const mayImport = permissions.includes('DIRECTORY_EDIT');
  const home = paths.group.to({ groupId });
  return (
    <Stack>
      <div>
        <Anchor component={Link} size="sm" to={home}>
          {t('import.back')}
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
            text: (counts) => t('import.confirmText', { already: format.number(counts('ALREADY_IN')), errors: format.number(counts('ERROR')) }),
          }}
          words={{ analysing: t('import.analysing'), ready: t('import.ready'), stale: t('import.stale'), nothing: t('import.nothing'), again: t('import.again') }}
          done={
            <Group>
              <Text role="status">{t('import.done')}</Text>
              <Button component={Link} to={home} variant="default">
                {t('import.toGroup')}
              </Button>
            </Group>
          }
          home={home}
          onAgain={mayImport ? () => setParams({}) : undefined}
        />
      ) : !mayImport ? (
        <ErrorState failure={{ kind: 'FORBIDDEN', lost: 'NOTHING' }} />
      ) : (
        <GroupUpload groupId={groupId} onStarted={(operation) => setParams({ operation })} />
      )}
    </Stack>
  );
}
