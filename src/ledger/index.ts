export { type WeighOptions, weigh } from './weigh.ts';
