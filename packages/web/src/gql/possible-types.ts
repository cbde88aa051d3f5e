
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
    "AudiencePreviewResult": [
      "AudiencePreview",
      "InputRefused"
    ],
    "CommitOperationResult": [
      "InputRefused",
      "NotAllowed",
      "NotFound",
      "Operation",
      "StalePreview"
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
    "PreviewOperationResult": [
      "InputRefused",
      "NotAllowed",
      "NotFound",
      "Operation"
    ],
    "RecordProgressResult": [
      "InputRefused",
      "LearnerCourse",
      "NotAllowed",
      "NotFound"
    ],
    "Refusal": [
      "InputRefused",
      "NotAllowed",
      "NotFound",
      "PlanNotPublishable",
      "StaleEdit",
      "StalePreview"
    ],
    "SignInLinkResult": [
      "InputRefused",
      "NotAllowed",
      "NotFound",
      "SignInLink"
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
    "AudiencePreviewResult": [
      "AudiencePreview",
      "InputRefused"
    ],
    "CommitOperationResult": [
      "InputRefused",
      "NotAllowed",
      "NotFound",
      "Operation",
      "StalePreview"
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
    "PreviewOperationResult": [
      "InputRefused",
      "NotAllowed",
      "NotFound",
      "Operation"
    ],
    "RecordProgressResult": [
      "InputRefused",
      "LearnerCourse",
      "NotAllowed",
      "NotFound"
    ],
    "Refusal": [
      "InputRefused",
      "NotAllowed",
      "NotFound",
      "PlanNotPublishable",
      "StaleEdit",
      "StalePreview"
    ],
    "SignInLinkResult": [
      "InputRefused",
      "NotAllowed",
      "NotFound",
      "SignInLink"
    ]
  }
};
      export default result;
    