import { getPathAndAccessFromFileInfo } from '@twilio-labs/serverless-api/dist/utils/fs';
import fc from 'fast-check';
import { resourceOf } from './resource';

const name = fc.stringMatching(/^[a-z][a-z0-9 _-]{0,8}$/);
const file = fc
  .tuple(
    fc.array(name, { maxLength: 3 }),
    name,
    fc.constantFrom('', '.protected', '.private'),
    fc.constantFrom('.js', '.json', '.min.js', '.html'),
  )
  .map(([folders, base, infix, extension]) => [...folders, `${base}${infix}${extension}`].join('/'));

describe('the URL and the visibility of a file', () => {
  it.each(['.js', undefined])("are what Twilio's own uploader makes of its name (dropping %s)", (dropped) => {
    fc.assert(
      fc.property(file, (path) => {
        const theirs = getPathAndAccessFromFileInfo({ name: path, path: `/${path}` }, dropped);
        const ours = resourceOf(path, dropped);
        expect({ path: ours.path, access: ours.visibility }).toEqual(theirs);
      }),
    );
  });
});
