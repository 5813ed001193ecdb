'use strict';
/*
 * Stands in a bundle for the package mime-types and its table of all media types (137 kB): axios brings form-data, which
 * looks up what kind of file somebody attaches to a form, and no function sends files. `false` is what the package itself
 * says of a file it does not know.
 */
exports.lookup = () => false;
