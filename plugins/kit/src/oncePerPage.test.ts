import { oncePerPage } from './oncePerPage';

it('runs what has a name once in a page, also when the script is loaded twice', async () => {
  const run = jest.fn();

  oncePerPage('a plugin', run);
  await jest.isolateModulesAsync(async () => {
    const again = await import('./oncePerPage');
    again.oncePerPage('a plugin', run);
  });
  oncePerPage('another', run);

  expect(run).toHaveBeenCalledTimes(2);
});
