export { applyOperation } from './apply-operation.job.ts';
export { giveUpOperation } from './give-up-operation.job.ts';
export { changedSincePreview, leftChangedSince, operationKind, operationScopes, queueOf, registerOperationKind, type Operation, type OperationChunk, type OperationCondition, type OperationKind, type OperationUndo, type Preview } from './operation.ts';
export { classesOf, classifyRowsOfTargets, writeGivenRows, writeRowsOfTargets, writeSharedRows, type GivenRow, type RowsSql, type SharedRows, type SituatedRows, type SituatedRowsOfTarget } from './classify-rows.queries.ts';
export { scheduleStart, startScheduledOperation } from './start-operation.job.ts';
export { commitOperation, startOperation } from './commit-operation.ts';
export { createOperation, failOperation, lockOperation, moveOperation, noteAnalysed, readOperations, readPeopleOfChunk, storePreview } from './operation.queries.ts';
export { OperationResolver, readOperation } from './operation.resolver.ts';
export { OperationRow, OperationTargetCounts, OperationType, PreviewOperationResult } from './operation.type.ts';
