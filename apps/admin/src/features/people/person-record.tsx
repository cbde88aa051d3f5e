import { Anchor, Group, Stack, Text } from '@mantine/core';
import { queryState } from '@milepost/web/apollo/list-state.ts';
import { usePages } from '@milepost/web/apollo/use-pages.ts';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { IconBan, IconCircleCheck } from '@milepost/web/ui/icons.ts';
import { ListPart } from '@milepost/web/ui/list-page.tsx';
import { useListParams } from '@milepost/web/ui/list-params.ts';
import { Badge } from '@milepost/web/ui/status-badge.tsx';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { paths } from '../../paths.ts';
import { type RecordEntryFragment, usePersonRecordQuery } from './person-record.generated.ts';

const pageSize = 50;

type Entry = RecordEntryFragment;

interface PersonRecordProps {
  personId: string;
  /** Why some content or a plan is as it is now; `subject` says what is asked about, and `onChange` is called when something came on record. */
  why(itemId: string, subject: string, onChange: () => void): ReactNode;
}

/** Every completion and every revocation of a person as it was recorded, with when it was true and when it became known (D4, 2.0.3). */
export function PersonRecord({ personId, why }: PersonRecordProps) {
  const { t } = useTranslation(['people', 'work']);
  const format = useFormat();
  const params = useListParams([]);
  const query = usePersonRecordQuery({ variables: { id: personId, first: pageSize }, fetchPolicy: 'cache-and-network' });
  const connection = query.data?.person?.learningRecord;
  const pages = usePages(query, connection);
  const nameOf = ({ plan, learningObject, cycle }: Entry): string => {
    const name = plan?.name ?? learningObject?.name ?? '–';
    return cycle && cycle > 1 ? t('work:cycle.of', { name, number: cycle }) : name;
  };
  return (
    <Stack gap="sm">
      <Text c="dimmed">{t('record.about')}</Text>
      <ListPart<Entry>
        title={t('person.record')}
        params={params}
        columns={[
          { id: 'what', header: t('record.what'), cell: (entry) => <What why={(itemId, subject) => why(itemId, subject, () => void query.refetch().catch(() => undefined))} entry={entry} name={nameOf(entry)} /> },
          { id: 'completed', header: t('person.completed'), width: '9rem', cell: ({ completedOn }) => format.date(completedOn) },
          { id: 'recorded', header: t('record.recorded'), width: '16rem', cell: (entry) => <Recorded entry={entry} /> },
          { id: 'origin', header: t('record.origin'), width: '12rem', cell: ({ origin }) => t(`record.from.${origin}`) },
        ]}
        rowId={(entry) => entry.key}
        rowName={nameOf}
        state={queryState(query, connection)}
        empty={{ title: t('record.emptyTitle'), text: t('record.emptyText') }}
        {...pages}
      />
    </Stack>
  );
}

function What({ why, entry, name }: { why: (itemId: string, subject: string) => ReactNode; entry: Entry; name: string }) {
  const { t } = useTranslation('people');
  const format = useFormat();
  const { kind, isGivenBack, reason, evidenceFile, restsOn, supports, revocation } = entry;
  const isRevoked = kind === 'REVOKED';
  const itemId = entry.learningObject?.id ?? entry.plan?.id;
  const list = (completions: Entry['restsOn']): string => format.list(completions.map(({ name: completed, completedOn }) => t('record.reference', { name: completed, on: format.date(completedOn) })));
  return (
    <Stack gap={2} align="flex-start">
      <Text fw={600} component="span">
        {name}
      </Text>
      <Group gap={4}>
        <Badge
          tone={isRevoked ? 'danger' : revocation ? 'neutral' : 'success'}
          icon={isRevoked ? IconBan : IconCircleCheck}
          word={isRevoked ? t('record.revoked') : isGivenBack ? t('record.givenBack') : t('record.completed')}
        />
        {itemId && why(itemId, t('record.now', { name }))}
      </Group>
      {reason && <Text size="sm">{t('record.because', { reason })}</Text>}
      {evidenceFile && (
        <Anchor size="sm" href={`/files/${evidenceFile.id}`}>
          {t('record.file', { name: evidenceFile.name })}
        </Anchor>
      )}
      {!isRevoked && restsOn.length > 0 && <Text size="sm">{t('record.restsOn', { what: list(restsOn) })}</Text>}
      {!isRevoked && supports.length > 0 && <Text size="sm">{t('record.supports', { what: list(supports) })}</Text>}
      {revocation && (
        <Text size="sm">
          {t(revocation.by ? 'record.revokedSinceBy' : 'record.revokedSince', { at: format.dateTime(new Date(revocation.at)), by: revocation.by?.name ?? '', reason: revocation.reason })}
        </Text>
      )}
    </Stack>
  );
}

/** When an entry became known, and through whom. */
function Recorded({ entry: { recordedAt, by, operationId, restsOn } }: { entry: Entry }) {
  const { t } = useTranslation('people');
  const format = useFormat();
  return (
    <div>
      <div>{format.dateTime(new Date(recordedAt))}</div>
      {(by || restsOn.length > 0) && (
        <Text size="sm" component="div">
          {by ? t('record.by', { name: by.name }) : t('record.byItself')}
        </Text>
      )}
      {operationId && (
        <Anchor component={Link} size="sm" to={paths.operation.to({ operationId })}>
          {t('record.operation')}
        </Anchor>
      )}
    </div>
  );
}
