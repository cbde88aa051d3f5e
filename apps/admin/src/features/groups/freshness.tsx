import { useFormat } from '@milepost/web/i18n/format.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { Hint } from '@milepost/web/ui/hint.tsx';
import { useEffect, useState } from 'react';
import type { GroupRowFragment } from './groups.generated.ts';

const secondMs = 1_000;
const minuteMs = 60_000;

/** When the rule of a group was last evaluated (ambition 7), counted in seconds while it is that fresh. */
export function Freshness({ group }: { group: Pick<GroupRowFragment, 'kind' | 'evaluatedAt'> }) {
  const { t } = useTranslation('groups');
  const format = useFormat();
  const [now, setNow] = useState(() => new Date());
  const at = group.evaluatedAt ? new Date(group.evaluatedAt) : undefined;
  const isFresh = at !== undefined && now.getTime() - at.getTime() < minuteMs;
  useEffect(() => {
    setNow(new Date());
    const timer = setInterval(() => setNow(new Date()), isFresh ? secondMs : minuteMs);
    return () => clearInterval(timer);
  }, [isFresh, group.evaluatedAt]);
  if (group.kind === 'STATIC') return t('byHand');
  if (!at) return t('notEvaluated');
  // A clock that is behind the server's must not tell of the future.
  const shown = at > now ? now : at;
  return (
    <Hint more={format.dateTime(at, { withZone: true })}>
      <time dateTime={at.toISOString()}>{t('evaluated', { when: format.relative(shown, now) })}</time>
    </Hint>
  );
}
