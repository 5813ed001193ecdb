import { createRepository, serviceFiles } from '../testing/createRepository';
import { findServices } from './findServices';

describe('the services of a repository', () => {
  const repository = createRepository({
    ...serviceFiles('second'),
    ...serviceFiles('first'),
    'serverless/notes/README.md': '',
  });
  afterAll(() => {
    repository.remove();
  });

  it('are the folders with a package.json, by name', () => {
    expect(findServices(repository.root).map(({ name }) => name)).toEqual(['first', 'second']);
  });

  it('can be picked by name, and an unknown name says which there are', () => {
    expect(findServices(repository.root, ['second']).map(({ name }) => name)).toEqual(['second']);
    expect(() => findServices(repository.root, ['third'])).toThrow(
      'No service is called third. Services: first, second.',
    );
  });

  it('are none in a repository without any', () => {
    const empty = createRepository();
    expect(findServices(empty.root)).toEqual([]);
    empty.remove();
  });
});
