export { applyOperation } from './apply-operation.job.ts';
export { giveUpOperation } from './give-up-operation.job.ts';
export { changedSincePreview, leftChangedSince, queueOf, registerOperationKind, type Operation, type OperationChunk, type OperationCondition, type OperationKind, type OperationUndo, type Preview } from './operation.ts';
export { classesOf, classifyRows, writeGivenRows, writeRows, type GivenRow, type RowsSql } from './classify-rows.queries.ts';
export { commitOperation, startOperation } from './commit-operation.ts';
export { createOperation, failOperation, lockOperation, moveOperation, storePreview } from './operation.queries.ts';
export { OperationResolver, readOperation } from './operation.resolver.ts';
export { OperationRow, OperationType, PreviewOperationResult } from './operation.type.ts';
