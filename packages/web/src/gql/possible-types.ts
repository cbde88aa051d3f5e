
      export type PossibleTypesResultData = {
  "possibleTypes": {
    "AdminGrantResult": [
      "AdminGrant",
      "InputRefused",
      "NotAllowed",
      "NotFound",
      "StaleEdit"
    ],
    "ApiClientResult": [
      "ApiClient",
      "InputRefused",
      "NotAllowed",
      "NotFound"
    ],
    "AssignmentResult": [
      "Assignment",
      "InputRefused",
      "NotAllowed",
      "NotFound"
    ],
    "AudiencePreviewResult": [
      "AudiencePreview",
      "InputRefused"
    ],
    "CatalogFillingResult": [
      "CatalogFilling",
      "InputRefused",
      "NotAllowed",
      "NotFound"
    ],
    "CatalogResult": [
      "Catalog",
      "InputRefused",
      "NotAllowed",
      "NotFound",
      "StaleEdit"
    ],
    "CommitOperationResult": [
      "InputRefused",
      "NotAllowed",
      "NotFound",
      "Operation",
      "StalePreview"
    ],
    "DeleteLearningPlanResult": [
      "InputRefused",
      "LearningPlanDeleted",
      "NotAllowed",
      "NotFound",
      "StaleEdit"
    ],
    "DepartmentResult": [
      "Department",
      "InputRefused",
      "NotAllowed",
      "NotFound",
      "StaleEdit"
    ],
    "GroupResult": [
      "Group",
      "InputRefused",
      "NotAllowed",
      "NotFound",
      "StaleEdit"
    ],
    "LearningObjectResult": [
      "InputRefused",
      "LearningObject",
      "NotAllowed",
      "NotFound",
      "StaleEdit"
    ],
    "LearningPlanResult": [
      "InputRefused",
      "LearningPlan",
      "NotAllowed",
      "NotFound",
      "PlanNotPublishable",
      "StaleEdit"
    ],
    "NamedPlaceResult": [
      "InputRefused",
      "NamedPlace",
      "NotAllowed",
      "NotFound",
      "StaleEdit"
    ],
    "NewApiClientResult": [
      "InputRefused",
      "NewApiClient",
      "NotAllowed",
      "NotFound"
    ],
    "OverrideResult": [
      "Enrollment",
      "InputRefused",
      "NotAllowed",
      "NotFound",
      "StaleEdit"
    ],
    "PersonResult": [
      "InputRefused",
      "NotAllowed",
      "NotFound",
      "Person",
      "StaleEdit"
    ],
    "PlanFileReadingResult": [
      "InputRefused",
      "PlanFileReading"
    ],
    "PlanTermsResult": [
      "InputRefused",
      "PlanTerms",
      "StaleEdit"
    ],
    "PreviewGroupRuleResult": [
      "InputRefused",
      "NotAllowed",
      "NotFound",
      "Operation",
      "StaleEdit"
    ],
    "PreviewOperationResult": [
      "InputRefused",
      "NotAllowed",
      "NotFound",
      "Operation"
    ],
    "PreviewPublishVersionResult": [
      "InputRefused",
      "NotAllowed",
      "NotFound",
      "Operation",
      "PlanNotPublishable",
      "StaleEdit"
    ],
    "PutBackResult": [
      "InputRefused",
      "NotFound",
      "PutBack"
    ],
    "RecordProgressResult": [
      "InputRefused",
      "LearnerCourse",
      "NotAllowed",
      "NotFound"
    ],
    "ReevaluateTrainingResult": [
      "InputRefused",
      "NotAllowed",
      "NotFound",
      "TrainingExplanation"
    ],
    "Refusal": [
      "InputRefused",
      "NotAllowed",
      "NotFound",
      "PlanNotPublishable",
      "StaleEdit",
      "StalePreview"
    ],
    "RemovalResult": [
      "InputRefused",
      "NotAllowed",
      "NotFound",
      "Removed",
      "StaleEdit"
    ],
    "RemoveCatalogResult": [
      "CatalogRemoved",
      "InputRefused",
      "NotAllowed",
      "NotFound",
      "StaleEdit"
    ],
    "RemoveGroupResult": [
      "GroupRemoved",
      "InputRefused",
      "NotAllowed",
      "NotFound",
      "StaleEdit"
    ],
    "RemoveViewResult": [
      "InputRefused",
      "NotFound",
      "ViewRemoved"
    ],
    "SaveViewResult": [
      "InputRefused",
      "NotFound",
      "SavedView"
    ],
    "SignInLinkResult": [
      "InputRefused",
      "NotAllowed",
      "NotFound",
      "SignInLink"
    ],
    "StartDriftCheckResult": [
      "DriftCheck",
      "InputRefused"
    ],
    "TakeUpResult": [
      "InputRefused",
      "LearningOfferPreview",
      "NotFound"
    ]
  }
};
      const result: PossibleTypesResultData = {
  "possibleTypes": {
    "AdminGrantResult": [
      "AdminGrant",
      "InputRefused",
      "NotAllowed",
      "NotFound",
      "StaleEdit"
    ],
    "ApiClientResult": [
      "ApiClient",
      "InputRefused",
      "NotAllowed",
      "NotFound"
    ],
    "AssignmentResult": [
      "Assignment",
      "InputRefused",
      "NotAllowed",
      "NotFound"
    ],
    "AudiencePreviewResult": [
      "AudiencePreview",
      "InputRefused"
    ],
    "CatalogFillingResult": [
      "CatalogFilling",
      "InputRefused",
      "NotAllowed",
      "NotFound"
    ],
    "CatalogResult": [
      "Catalog",
      "InputRefused",
      "NotAllowed",
      "NotFound",
      "StaleEdit"
    ],
    "CommitOperationResult": [
      "InputRefused",
      "NotAllowed",
      "NotFound",
      "Operation",
      "StalePreview"
    ],
    "DeleteLearningPlanResult": [
      "InputRefused",
      "LearningPlanDeleted",
      "NotAllowed",
      "NotFound",
      "StaleEdit"
    ],
    "DepartmentResult": [
      "Department",
      "InputRefused",
      "NotAllowed",
      "NotFound",
      "StaleEdit"
    ],
    "GroupResult": [
      "Group",
      "InputRefused",
      "NotAllowed",
      "NotFound",
      "StaleEdit"
    ],
    "LearningObjectResult": [
      "InputRefused",
      "LearningObject",
      "NotAllowed",
      "NotFound",
      "StaleEdit"
    ],
    "LearningPlanResult": [
      "InputRefused",
      "LearningPlan",
      "NotAllowed",
      "NotFound",
      "PlanNotPublishable",
      "StaleEdit"
    ],
    "NamedPlaceResult": [
      "InputRefused",
      "NamedPlace",
      "NotAllowed",
      "NotFound",
      "StaleEdit"
    ],
    "NewApiClientResult": [
      "InputRefused",
      "NewApiClient",
      "NotAllowed",
      "NotFound"
    ],
    "OverrideResult": [
      "Enrollment",
      "InputRefused",
      "NotAllowed",
      "NotFound",
      "StaleEdit"
    ],
    "PersonResult": [
      "InputRefused",
      "NotAllowed",
      "NotFound",
      "Person",
      "StaleEdit"
    ],
    "PlanFileReadingResult": [
      "InputRefused",
      "PlanFileReading"
    ],
    "PlanTermsResult": [
      "InputRefused",
      "PlanTerms",
      "StaleEdit"
    ],
    "PreviewGroupRuleResult": [
      "InputRefused",
      "NotAllowed",
      "NotFound",
      "Operation",
      "StaleEdit"
    ],
    "PreviewOperationResult": [
      "InputRefused",
      "NotAllowed",
      "NotFound",
      "Operation"
    ],
    "PreviewPublishVersionResult": [
      "InputRefused",
      "NotAllowed",
      "NotFound",
      "Operation",
      "PlanNotPublishable",
      "StaleEdit"
    ],
    "PutBackResult": [
      "InputRefused",
      "NotFound",
      "PutBack"
    ],
    "RecordProgressResult": [
      "InputRefused",
      "LearnerCourse",
      "NotAllowed",
      "NotFound"
    ],
    "ReevaluateTrainingResult": [
      "InputRefused",
      "NotAllowed",
      "NotFound",
      "TrainingExplanation"
    ],
    "Refusal": [
      "InputRefused",
      "NotAllowed",
      "NotFound",
      "PlanNotPublishable",
      "StaleEdit",
      "StalePreview"
    ],
    "RemovalResult": [
      "InputRefused",
      "NotAllowed",
      "NotFound",
      "Removed",
      "StaleEdit"
    ],
    "RemoveCatalogResult": [
      "CatalogRemoved",
      "InputRefused",
      "NotAllowed",
      "NotFound",
      "StaleEdit"
    ],
    "RemoveGroupResult": [
      "GroupRemoved",
      "InputRefused",
      "NotAllowed",
      "NotFound",
      "StaleEdit"
    ],
    "RemoveViewResult": [
      "InputRefused",
      "NotFound",
      "ViewRemoved"
    ],
    "SaveViewResult": [
      "InputRefused",
      "NotFound",
      "SavedView"
    ],
    "SignInLinkResult": [
      "InputRefused",
      "NotAllowed",
      "NotFound",
      "SignInLink"
    ],
    "StartDriftCheckResult": [
      "DriftCheck",
      "InputRefused"
    ],
    "TakeUpResult": [
      "InputRefused",
      "LearningOfferPreview",
      "NotFound"
    ]
  }
};
      export default result;
    