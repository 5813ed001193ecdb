export { createInteractions, type Interactions } from './createInteractions';
