export { createConsolePages } from './consolePages';
export { overviewRoutes } from './overviewRoutes';
