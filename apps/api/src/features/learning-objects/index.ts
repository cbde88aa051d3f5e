export { findReadableFile } from './find-readable-file.ts';
export {
  courseModulesLoader,
  learningObjectLoader,
  readContentDefinitions,
  readContentInfo,
  readInterchangeable,
  storedFileLoader,
  type ContentInfo,
  type LearningObjectRow,
} from './learning-object.queries.ts';
export { LearningObjectResolver, presentLearningObject } from './learning-object.resolver.ts';
export { CompletionRule, ContentKind, LearningObjectKindEnum, LearningObjectType } from './learning-object.type.ts';
export { createCourse, createModule } from './save-learning-object.ts';
