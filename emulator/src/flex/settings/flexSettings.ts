type Values = Readonly<Record<string, unknown>>;

/** One Flex in one browser: `http://<name>.localhost:<port>`. */
export interface FlexPage {
  /** The identity who is signed in there; the page's name unless given. */
  readonly identity: string;
  /** What lists of pages call it, e.g. `Alice`. */
  readonly label?: string;
  readonly description?: string;
}

/** A plugin that every page loads. */
export interface FlexPlugin {
  readonly name: string;
  readonly version: string;
  /** Absolute path of the bundle, read at each request, so that a rebuild shows after a reload. */
  readonly file: string;
}

/** What the local Flex is told from outside; everything else follows from TaskRouter and the identities. */
export interface FlexSettings {
  /** The workspace Flex works in; the newest one unless given. */
  readonly workspaceSid?: string;
  /** By the name of the page. */
  readonly pages: Readonly<Record<string, FlexPage>>;
  readonly plugins: readonly FlexPlugin[];
  /** `ui_attributes` of the Flex configuration, which plugins read as `manager.serviceConfiguration.ui_attributes`. */
  readonly uiAttributes: Values;
  /** Feature flags that are on, e.g. `flex-warm-transfers`. */
  readonly features: readonly string[];
  /** Merged into `appConfig`, what Flex UI is started with. */
  readonly appConfig: Values;
}

/** Pages, ui attributes and appConfig are merged by their names; the lists replace what was there. */
export type FlexSettingsChange = Partial<FlexSettings>;

const NOTHING: FlexSettings = { pages: {}, plugins: [], uiAttributes: {}, features: [], appConfig: {} };

export interface FlexSettingsStore {
  current(): FlexSettings;
  /** Returns the settings after the change. Pages that are open see them after a reload. */
  configure(change: FlexSettingsChange): FlexSettings;
}

/** Settings in memory, empty at first. */
export function createFlexSettings(): FlexSettingsStore {
  let settings = NOTHING;
  return {
    current: () => settings,
    configure(change) {
      settings = {
        ...settings,
        ...change,
        pages: { ...settings.pages, ...change.pages },
        uiAttributes: { ...settings.uiAttributes, ...change.uiAttributes },
        appConfig: { ...settings.appConfig, ...change.appConfig },
      };
      return settings;
    },
  };
}
