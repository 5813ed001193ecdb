/** A plugin as Flex loads it: one script. */
export interface BuiltPlugin {
  readonly name: string;
  readonly version: string;
  /** The bundle on disk; read at every page load, so that a rebuilt one shows after a reload. */
  readonly file: string;
}
