import { InboxList } from '../features/inbox/inbox-list.tsx';

/** What the learner was told. */
export const InboxPage = () => <InboxList />;
