import { oncePerPage } from './oncePerPage';

it('runs what has a name once in a page, also when the script is loaded twice', () => {
  const run = jest.fn();

  oncePerPage('a plugin', run);
  jest.isolateModules(() => {
    const again: unknown = jest.requireActual('./oncePerPage');
    if (typeof again === 'object' && again !== null && 'oncePerPage' in again) {
      if (typeof again.oncePerPage === 'function') again.oncePerPage('a plugin', run);
    }
  });
  oncePerPage('another', run);

  expect(run).toHaveBeenCalledTimes(2);
});
