/** One transparent pixel, for pictures that are only decoration. */
export const TRANSPARENT_PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

export const EMPTY_SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16"/>';
