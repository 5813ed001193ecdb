/** The command-line options that move the ports, for `parseArgs`. */
export const portOptions = {
  'twilio-port': { type: 'string', default: '4010' },
  'service-port': { type: 'string', default: '4020' },
} as const;

export interface StackPorts {
  /** Of the local Twilio. */
  readonly twilio: number;
  /** Of the first service's gateway; the others follow. */
  readonly service: number;
}

/** Any free port for everything. */
export const anyPorts: StackPorts = { twilio: 0, service: 0 };

/** The port of the service at this place in the list; 0 for any free one. */
export const servicePort = ({ service }: StackPorts, index: number): number =>
  service === 0 ? 0 : service + index;

/** Reads the values of `portOptions`; throws on what is no port. 0 means any free one. */
export function readPorts(values: Readonly<Record<keyof typeof portOptions, string>>): StackPorts {
  return {
    twilio: readPort('twilio-port', values['twilio-port']),
    service: readPort('service-port', values['service-port']),
  };
}

function readPort(option: keyof typeof portOptions, text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new Error(`--${option} must be a whole number up to 65535, not ${text}.`);
}
