import { createRepository } from '../testing/createRepository';
import { readResources } from './readResources';

it('reads paths and visibility from the names of functions and assets', () => {
  const repository = createRepository({
    'functions/flex/hook.protected.js': '',
    'functions/flex/hook.protected.js.map': '',
    'functions/part.private.js': '',
    'functions/hello.js': '',
    'assets/index.html': '',
    'assets/conf.private.json': '',
  });
  const resources = readResources(repository.root);
  repository.remove();
  expect(Object.fromEntries(resources)).toEqual({
    '/flex/hook': 'protected',
    '/part': 'private',
    '/hello': 'public',
    '/index.html': 'public',
    '/': 'public',
    '/conf.json': 'private',
  });
});
