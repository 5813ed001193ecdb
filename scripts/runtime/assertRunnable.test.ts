import { createRepository } from '../testing/createRepository';
import { assertRunnable } from './assertRunnable';

describe('what the local runtime would serve wrongly', () => {
  it.each([
    [
      'a service without its build',
      { 'package.json': '{}', 'dist/functions/.keep': '' },
      /no built function.*npm run build/,
    ],
    [
      'a service without the runtime handler',
      { 'dist/functions/a.js': '' },
      /cannot find @twilio\/runtime-handler/,
    ],
  ])('refuses %s', (_, files, problem) => {
    const repository = createRepository(files);
    const start = () => {
      assertRunnable(repository.root);
    };
    expect(start).toThrow(problem);
    repository.remove();
  });
});
