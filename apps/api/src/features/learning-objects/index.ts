export { findFile } from './find-file.ts';
export {
  courseModulesLoader,
  findLearningObjects,
  learningObjectLoader,
  readContentDefinitions,
  readContentInfo,
  readCoursesOf,
  readInterchangeable,
  storedFileLoader,
  type ContentInfo,
  type LearningObjectRow,
  type StoredFileRow,
} from './learning-object.queries.ts';
export { LearningObjectResolver, presentLearningObject } from './learning-object.resolver.ts';
export { CompletionRule, ContentKind, LearningObjectKindEnum, LearningObjectType } from './learning-object.type.ts';
export { createCourse, createModule } from './save-learning-object.ts';
