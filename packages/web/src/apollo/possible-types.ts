/** The members of the API's unions and interfaces: without them the cache cannot tell what `... on` one of them means. */
export const possibleTypes: Readonly<Record<string, readonly string[]>> = {
  AdminGrantResult: ['AdminGrant', 'InputRefused', 'NotAllowed', 'NotFound', 'StaleEdit'],
  ApiClientResult: ['ApiClient', 'InputRefused', 'NotAllowed', 'NotFound'],
  AudiencePreviewResult: ['AudiencePreview', 'InputRefused'],
  CommitOperationResult: ['InputRefused', 'NotFound', 'Operation', 'StalePreview'],
  LearningObjectResult: ['InputRefused', 'LearningObject', 'NotAllowed', 'NotFound', 'StaleEdit'],
  LearningPlanResult: ['InputRefused', 'LearningPlan', 'NotAllowed', 'NotFound', 'PlanNotPublishable', 'StaleEdit'],
  NewApiClientResult: ['InputRefused', 'NewApiClient', 'NotAllowed', 'NotFound'],
  PreviewOperationResult: ['InputRefused', 'NotAllowed', 'NotFound', 'Operation'],
  RecordProgressResult: ['InputRefused', 'LearnerCourse', 'NotAllowed', 'NotFound'],
  Refusal: ['InputRefused', 'NotAllowed', 'NotFound', 'PlanNotPublishable', 'StaleEdit', 'StalePreview'],
  SignInLinkResult: ['InputRefused', 'NotAllowed', 'NotFound', 'SignInLink'],
};
