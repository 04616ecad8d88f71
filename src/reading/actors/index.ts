export { describeSource } from './describe-source.ts';
export { findActors } from './find-actors.ts';
export { findNames } from './find-names.ts';
export { type SourceContext, sourceKind } from './source-kind.ts';
