import { useApolloClient } from '@apollo/client/react';
import { readAgain } from '@milepost/web/apollo/read-again.ts';
import { useLive } from '@milepost/web/apollo/use-live.ts';
import { MyLearningChangedDocument } from './my-learning-changed.generated.ts';
import { useMyLearningQuery } from './my-learning.generated.ts';

/** The feature's subscriber: what changes is read again by every page that shows it. */
export function MyLearningLive() {
  const client = useApolloClient();
  const { data } = useMyLearningQuery();
  const cursor = data?.myLearning.cursor;
  const readAll = () => readAgain(client, 'active');
  useLive({
    document: MyLearningChangedDocument,
    variables: {},
    from: cursor,
    skip: cursor === undefined,
    cursorOf: (change) => change.myLearningChanged.cursor,
    onEvent: readAll,
    onGap: readAll,
  });
  return null;
}
