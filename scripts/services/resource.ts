import path from 'node:path';

export type Visibility = 'public' | 'protected' | 'private';

/** A function or an asset as Twilio will serve it. */
export interface Resource {
  /** Path inside the functions or assets folder, with `/`. */
  readonly file: string;
  /** URL path, e.g. `/attribution/create`. */
  readonly path: string;
  readonly visibility: Visibility;
}

/**
 * What Twilio's uploader makes of a file name: `.protected` or `.private` before the extension is the visibility,
 * white space becomes `-` (`getPathAndAccessFromFileInfo` of @twilio-labs/serverless-api 5.7.0).
 *
 * `droppedExtension` is not part of the URL: `.js` for functions, none for assets.
 */
export function resourceOf(file: string, droppedExtension?: string): Resource {
  const { dir, name, ext } = path.posix.parse(file);
  const visibility = name.endsWith('.protected')
    ? 'protected'
    : name.endsWith('.private')
      ? 'private'
      : 'public';
  const bare = visibility === 'public' ? name : name.slice(0, -(visibility.length + 1));
  const served = path.posix.join('/', dir, bare) + (ext === droppedExtension ? '' : ext);
  return { file, path: served.replace(/\s/g, '-'), visibility };
}
