import type { TypePolicies } from '@apollo/client';
import { connectionField } from '@milepost/web/apollo/make-client.ts';

/** How the admin's cache keeps what is no entity by its id. */
export const cachePolicies: TypePolicies = {
  Query: {
    fields: {
      assignments: connectionField(),
      catalogs: connectionField(),
      groups: connectionField(),
      enrollments: connectionField(),
      learningObjects: connectionField(),
      learningPlans: connectionField(),
      operations: connectionField(),
      pastStandings: connectionField(),
      pastTraining: connectionField(),
      people: connectionField(),
      standingChanges: connectionField(),
      trainingProgress: connectionField(),
    },
  },
  Catalog: { fields: { entries: connectionField() } },
  Group: { fields: { members: connectionField() } },
  GroupMember: { keyFields: false },
  Person: { fields: { assignments: connectionField(), history: connectionField(), learningRecord: connectionField(), memberships: connectionField() } },
  PersonHistoryEntry: { keyFields: false },
  Operation: { fields: { rows: connectionField() } },
  PlanProgress: { keyFields: ['planId'] },
  StandingChange: { keyFields: false },
  TrainingRecordChange: { keyFields: false },
  MilestoneItem: { keyFields: false },
  MilestoneProgress: { keyFields: false },
  EnrollmentSource: { keyFields: false },
  IndividualRules: { keyFields: false },
};
