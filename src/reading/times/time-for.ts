import type { ClaimTime } from '../../model/index.ts';
import type { Annotated } from '../annotations.ts';
export const timeFor = (_token: number, _a: Annotated): ClaimTime | null => null;
