import { registerEnumType } from 'type-graphql';

export enum EndPolicyEnum {
  CLOSE = 'CLOSE',
  KEEP_OPEN = 'KEEP_OPEN',
}
registerEnumType(EndPolicyEnum, {
  name: 'EndPolicy',
  description: 'What becomes of unfinished learning when the end of the plan and its days of grace have passed.',
  valuesConfig: { CLOSE: { description: 'It is closed as not completed.' }, KEEP_OPEN: { description: 'It stays open.' } },
});

export enum UnreleasedStepDisplayEnum {
  NONE = 'NONE',
  TITLES = 'TITLES',
  DETAILS = 'DETAILS',
}
registerEnumType(UnreleasedStepDisplayEnum, {
  name: 'UnreleasedStepDisplay',
  description: 'What a learner sees of a step that is not open yet.',
  valuesConfig: {
    NONE: { description: 'Nothing; with nothing left to do, when the next one opens.' },
    TITLES: { description: 'What it is called and when it opens.' },
    DETAILS: { description: 'All that is in it.' },
  },
});
