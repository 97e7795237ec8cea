export { default as env, optional } from './env';
export * from './env';
export * as envs from './env';
