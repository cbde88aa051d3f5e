import { Button } from '@mantine/core';
import { queryState } from '@milepost/web/apollo/list-state.ts';
import { useAct } from '@milepost/web/apollo/use-act.ts';
import { usePages } from '@milepost/web/apollo/use-pages.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { EmptyState } from '@milepost/web/ui/empty-state.tsx';
import { ErrorState, type Failure } from '@milepost/web/ui/error-state.tsx';
import { IconBell } from '@milepost/web/ui/icons.ts';
import { PageHeading } from '@milepost/web/ui/page-heading.tsx';
import { RelativeTime } from '@milepost/web/ui/relative-time.tsx';
import { CardsSkeleton } from '@milepost/web/ui/skeletons.tsx';
import { useState } from 'react';
import { Link } from 'react-router';
import { paths } from '../../paths.ts';
import classes from './inbox-list.module.css';
import { type InboxRowFragment, ReadInboxDocument, useInboxListQuery } from './inbox-list.generated.ts';
import { useUnread } from './use-unread.ts';

const pageSize = 30;

/** What the learner was told, the newest first; what comes meanwhile is offered, never pushed in (C18). */
export function InboxList() {
  const { t } = useTranslation('learner');
  const act = useAct();
  const [failure, setFailure] = useState<Failure>();
  const query = useInboxListQuery({ variables: { first: pageSize }, fetchPolicy: 'cache-and-network' });
  const inbox = (query.data ?? query.previousData)?.inbox;
  const { rows, hasMore, loadingMore, onLoadMore } = usePages(query, inbox);
  const state = queryState(query, inbox);
  const known = useUnread();
  const unread = known ?? 0;
  const shown = rows.filter(({ readAt }) => readAt === null).length;
  const grown = useGrowth(known, rows[0]?.id);
  // Older ones may be unread further down: only with all of them there is known how many are not shown.
  const fresh = state.is !== 'ready' ? 0 : hasMore ? grown : Math.max(0, unread - shown);

  const read = async (ids: readonly string[] | null) => {
    setFailure(undefined);
    const answer = await act(ReadInboxDocument, { ids: ids && [...ids] });
    if (answer.is === 'FAILED') return setFailure(answer.failure);
    void query.refetch().catch(() => {});
  };
  return (
    <>
      <PageHeading title={t('nav.inbox')} />
      <div className={classes.acts}>
        {fresh > 0 && (
          <Button size="compact-sm" radius="xl" variant="light" onClick={() => void query.refetch().catch(() => {})}>
            {t('inbox.showNew', { count: fresh })}
          </Button>
        )}
        {(unread > 0 || shown > 0) && (
          <Button size="compact-sm" variant="default" onClick={() => void read(null)}>
            {t('inbox.readAll')}
          </Button>
        )}
      </div>
      {failure && <ErrorState failure={failure} order={2} />}
      {state.is === 'loading' && <CardsSkeleton cards={4} />}
      {state.is === 'failed' && <ErrorState failure={state.failure} onRetry={state.retry} />}
      {state.is === 'ready' && rows.length === 0 && <EmptyState icon={IconBell} title={t('inbox.emptyTitle')} text={t('inbox.emptyText')} />}
      <ul className={classes.list}>
        {rows.map((message) => (
          <li key={message.id}>
            <Message message={message} onRead={() => void read([message.id])} />
          </li>
        ))}
      </ul>
      {hasMore && (
        <p className={classes.more}>
          <Button variant="default" onClick={onLoadMore} loading={loadingMore}>
            {t('centre.more')}
          </Button>
        </p>
      )}
    </>
  );
}

/** By how much the unread have grown since `newest` has been on top. */
function useGrowth(unread: number | undefined, newest: string | undefined): number {
  const [since, setSince] = useState({ unread, newest });
  if (since.newest !== newest || (unread !== undefined && !(since.unread !== undefined && since.unread <= unread))) setSince({ unread, newest });
  return Math.max(0, (unread ?? 0) - (since.unread ?? 0));
}

/** One message: where it leads, and whether it was read; opening what it is about reads it. */
function Message({ message, onRead }: { message: InboxRowFragment; onRead(): void }) {
  const { t } = useTranslation('learner');
  const isNew = message.readAt === null;
  const to = placeOf(message);
  return (
    <article className={classes.message} data-new={isNew || undefined}>
      <p className={classes.text}>
        {isNew && <span className={classes.new}>{t('card.fresh')}</span>} {message.message}
      </p>
      <p className={classes.foot}>
        <RelativeTime instant={message.at} />
        {to ? (
          <Link to={to} onClick={() => isNew && onRead()}>
            {t('inbox.open')}
          </Link>
        ) : (
          <span>{t('inbox.gone')}</span>
        )}
        {isNew && (
          <button type="button" className={classes.read} onClick={onRead}>
            {t('inbox.read')}
          </button>
        )}
      </p>
    </article>
  );
}

function placeOf({ type, planId, enrollmentId }: InboxRowFragment): string | undefined {
  if (enrollmentId) return paths.plan.to({ enrollmentId });
  return type === 'PLAN_PUBLISHED' && planId ? paths.offer.to({ offerId: planId }) : undefined;
}
