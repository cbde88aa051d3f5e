export { ProgressResolver } from './progress.resolver.ts';
export { findReadableFile } from './find-readable-file.ts';
