/*
 * zod/mini as functions carry it: the build puts this in its place (docs/decisions/0005). It makes of every value what zod
 * makes of it, to the last field of an issue. What it does not have stops the build.
 */
export { _default, nullable, nullish, optional } from './absence';
export { maxLength, minLength, regex, startsWith } from './checks';
export { array, catchall, looseObject, object } from './containers';
export { union } from './union';
export { boolean, enum, literal, number, string, unknown } from './values';
