export { type FoundFigure, findFigures } from './find-figures.ts';
