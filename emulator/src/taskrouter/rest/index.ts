export { taskRouterProduct } from './taskRouterProduct';
export type { TaskRouterRestOptions } from './taskRouterProduct';
