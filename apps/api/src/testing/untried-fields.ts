/**
 * Queries, mutations and subscriptions that no act of the rights matrix calls: each asks the same right of its caller as the one that an act does
 * call. Whoever adds one to the schema adds an act, or says here which it is like.
 */
export const fieldsLikeTriedOnes: Readonly<Record<string, readonly string[]>> = {
  adminGrants: ['apiClients', 'conflictPolicy'],
  commitOperation: ['cancelOperation', 'previewUndo'],
  operation: ['operations', 'viewer'],
  person: ['people', 'peopleCount', 'audiencePreview', 'groups', 'groupCount', 'group', 'groupChanged', 'departments', 'positions', 'jobRoles', 'partnerAccounts', 'namedPlaces'],
  previewAddCompletions: ['completableItems'],
  pastStandings: ['pastTraining', 'pastTrainingCount', 'pastTotals', 'standingChanges', 'standingChangeCounts'],
  enrollments: ['dueChanges', 'enrollmentCount', 'enrollmentChanged', 'trainingProgress', 'trainingProgressCount', 'trainingProgressChanged', 'topCertifications'],
  learningObject: ['learningObjects', 'learningObjectFacets'],
  importPlanFile: ['readPlanFile'],
  catalogs: ['catalog'],
  createCatalog: ['updateCatalog', 'removeCatalog'],
  learningCentre: ['myLearning', 'myPlan', 'learningOffer', 'myCourse', 'startLearning', 'addToMyPlans', 'removeFromMyPlans', 'recordProgress', 'seeSteps', 'myLearningChanged'],
  inboxState: ['inbox', 'readInbox', 'savedViews', 'saveView', 'removeView'],
  assignment: ['explainAbsence'],
  previewAssignment: ['inactivateAssignment', 'cancelAssignment', 'rescheduleAssignment', 'previewActivateAssignment', 'previewEndAssignment'],
  previewUnassign: ['previewLiftSuppression'],
  grantAdmin: ['endGrant'],
  createApiClient: ['revokeApiClient'],
  setPlanTerms: ['previewConflictPolicy'],
  createCourse: ['createModule', 'updateLearningObject'],
  createDepartment: ['renameDepartment', 'moveDepartment', 'removeDepartment', 'createGroup', 'renameGroup', 'removeGroup', 'addGroupMembers', 'removeGroupMembers', 'previewLeaveGroup', 'previewGroupRule'],
  previewPeopleImport: ['previewGroupImport'],
  createNamedPlace: ['renameNamedPlace', 'removeNamedPlace'],
  previewMerge: ['previewPersonMerge'],
  addToCatalogs: ['removeFromCatalogs'],
  addMilestone: ['updateMilestone', 'removeMilestone', 'moveMilestone', 'setMilestoneItems'],
  previewSetDue: ['previewResolveExceptions'],
};
