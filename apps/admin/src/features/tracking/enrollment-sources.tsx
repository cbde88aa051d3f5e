import { Anchor, Text } from '@mantine/core';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { RelativeTime } from '@milepost/web/ui/relative-time.tsx';
import { Link } from 'react-router';
import type { EnrollmentDetailPartsFragment } from './enrollment-detail.generated.ts';
import classes from './tracking.module.css';

interface SourceLinks {
  /** The way to an assignment, where the reader may see it. */
  assignment?(id: string): string;
}
type Source = EnrollmentDetailPartsFragment['sources'][number];

/** Why the person has it: through which group, individually, or by themselves (L37), what has ended, and why. */
export function EnrollmentSources({ sources, links }: { sources: readonly Source[]; links: SourceLinks }) {
  return (
    <ul className={classes.sources}>
      {sources.map((source, index) => (
        <li key={index}>
          <SourceLine source={source} links={links} />
        </li>
      ))}
    </ul>
  );
}

function SourceLine({ source, links }: { source: Source; links: SourceLinks }) {
  const { t } = useTranslation('tracking');
  const format = useFormat();
  const { kind, audience, assignmentId, assignmentNumber, name, dormant, suppressedBecause, validFrom, validTo, endedBecause } = source;
  const assignment = t('drawer.assignment', { number: assignmentNumber ?? '', name: name ?? '' });
  const kindWord = t(`source.${kind as 'SELF_STARTED'}`, { defaultValue: kind });
  return (
    <Text size="sm" component="div">
      {audience && audience !== name ? t('drawer.through', { kind: kindWord, audience }) : kindWord}
      {assignmentId && (
        <>
          {' · '}
          {links.assignment ? (
            <Anchor component={Link} to={links.assignment(assignmentId)} underline="always">
              {assignment}
            </Anchor>
          ) : (
            assignment
          )}
        </>
      )}
      {' · '}
      <RelativeTime instant={validFrom} />
      {dormant && ` · ${t('drawer.dormant')}`}
      {suppressedBecause && !validTo && ` · ${t('drawer.suppressed', { reason: suppressedBecause })}`}
      {validTo && ` · ${t('drawer.ended', { time: format.dateTime(new Date(validTo)) })}`}
      {validTo && endedBecause && ` · ${t(`ended.${endedBecause as 'DETACHED'}`, { defaultValue: endedBecause })}`}
    </Text>
  );
}
