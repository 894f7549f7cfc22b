/** What a cell may import from 'notebook'. */
export * from '../figures/constructors.ts';
export { check } from './check.ts';
export { data } from './data.ts';
export { display } from './display.ts';
export { number, point, select, slider, toggle } from './inputs.ts';
export { parallel } from './parallel.ts';
export { progress } from './progress.ts';
export { freshSeed } from './seed.ts';
