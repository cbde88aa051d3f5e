export { LearningRecordEntryResolver, LearningRecordResolver, LearningRecordRevocationResolver } from './learning-record.resolver.ts';
export { TrainingExplanationResolver } from './training-explanation.resolver.ts';
export { TrainingProgressResolver } from './training-progress.resolver.ts';
export { findItemsOfRecords, peopleOfRecords, type MatchingRecords } from './matching-records.ts';
export { readTrainingFilter } from './training-progress.resolver.ts';
export { TrainingProgressFilterInput, TrainingTypeEnum } from './training-record.type.ts';
export { isPlanType, type TrainingType } from './training-record.queries.ts';
