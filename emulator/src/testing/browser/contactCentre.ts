import type { Scenario, SeededScenario } from '../../admin/scenario/model';
import type { FaultRule } from '../../kernel/faults/model';
import type { FlexSettingsChange } from '../../flex/settings/flexSettings';
import type { Customer } from './customer';
import type { Allowance } from './expectClean';
import type { FlexTab } from './flexTab';
import type { RequestFilter, SeenRequest } from './readRequests';
import type { SeenState } from './readState';
import type { Viewport } from './session';

/** How to open a contact centre in a browser. */
export interface ContactCentreOptions {
  /** A local Twilio that runs already and is set up, e.g. `http://127.0.0.1:4010`; one is started and stopped unless given. */
  readonly origin?: string;
  /** What the local Twilio that is started here holds. */
  readonly scenario?: Scenario;
  /** Pages, plugins, feature flags and configuration of Flex; a page for every identity of the scenario by default. */
  readonly flex?: FlexSettingsChange;
  /** 1280 × 800 unless given. */
  readonly viewport?: Viewport;
  /** What pages may do although nobody wants it, and why. */
  readonly allowed?: readonly Allowance[];
}

/** A contact centre with a browser in front of it. */
export interface ContactCentre {
  /** Of the local Twilio. */
  readonly origin: string;
  /** What the scenario became; undefined when the local Twilio ran already. */
  readonly seeded: SeededScenario | undefined;
  readonly customer: Customer;
  readonly faults: {
    add(...rules: readonly FaultRule[]): Promise<void>;
    clear(): Promise<void>;
  };
  /** Opens Flex as somebody; each name has a browser profile of its own. */
  openFlex(name: string, options?: { readonly path?: string }): Promise<FlexTab>;
  configureFlex(change: FlexSettingsChange): Promise<void>;
  /** Moves the clock of the local Twilio; the browser's own time goes on as ever. */
  advance(ms: number): Promise<void>;
  /** Tasks, reservations and workers as TaskRouter has them now. */
  state(): Promise<SeenState>;
  /**
   * The first value found that is neither undefined nor false, looked for again after everything that happens. A look
   * must not ask Twilio's own API: that would be something that happens.
   */
  until<T>(
    what: string,
    look: (state: SeenState) => T | undefined | false | Promise<T | undefined | false>,
  ): Promise<T>;
  /** What was asked of the local Twilio, e.g. to see what a page really sent. */
  requests(filter?: RequestFilter): Promise<readonly SeenRequest[]>;
  /**
   * Throws when a page had an uncaught error, wrote an error or a warning to its console, asked for something outside
   * this machine or broke its content policy, or when the local Twilio had no route for a request. Checks what happened
   * since the last check.
   */
  expectClean(allowed?: readonly Allowance[]): Promise<void>;
  /** Writes screenshots, consoles and the end of the journal to a folder. */
  saveArtefacts(folder: string): Promise<void>;
  /** Ends the browser, and the local Twilio if it was started here. */
  close(): Promise<void>;
}
