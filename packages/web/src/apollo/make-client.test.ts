import { expect, test } from '@jest/globals';
import { gql } from '@apollo/client';
import { makeClient } from './make-client.ts';

test('an answer that is read by a fragment on its union updates what is shown', () => {
  const { cache } = makeClient({});
  const shown = gql`query Plan { learningPlan(id: "p1") { id name } }`;
  cache.writeQuery({ query: shown, data: { learningPlan: { __typename: 'LearningPlan', id: 'p1', name: 'Before' } } });
  cache.write({
    dataId: 'ROOT_MUTATION',
    query: gql`
      mutation Rename {
        updatePlanBasics(input: {}) {
          ...Answer
        }
      }
      fragment Answer on LearningPlanResult {
        ... on LearningPlan {
          id
          name
        }
      }
    `,
    result: { updatePlanBasics: { __typename: 'LearningPlan', id: 'p1', name: 'After' } },
  });
  expect(cache.readQuery({ query: shown })).toMatchObject({ learningPlan: { name: 'After' } });
});
