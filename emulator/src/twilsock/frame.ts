import { isObject } from '../kernel/isObject';
import { readJson } from '../kernel/readJson';

/** One message of Twilsock v3: `TWILSOCK V3.0 <header bytes>\r\n<JSON header>\r\n<payload>`. */
export interface Frame {
  readonly header: Readonly<Record<string, unknown>>;
  /** As sent; empty without one. */
  readonly payload: string;
}

const MAGIC = /^TWILSOCK V3\.0 (\d{1,7})\r\n/;
const LONGEST_MAGIC = 'TWILSOCK V3.0 1234567\r\n'.length;
const LINE_END = 2;

/** Reads a binary frame; undefined when it is none. */
export function readFrame(bytes: Buffer): Frame | undefined {
  const magic = MAGIC.exec(bytes.toString('latin1', 0, LONGEST_MAGIC));
  if (!magic) return undefined;
  const headerStart = magic[0].length;
  const headerEnd = headerStart + Number(magic[1]);
  const header = readJson(bytes.toString('utf8', headerStart, headerEnd));
  if (!isObject(header)) return undefined;
  const size = header['payload_size'] ?? 0;
  const payload = bytes.subarray(headerEnd + LINE_END);
  if (typeof size !== 'number' || size < 0 || payload.length < size) return undefined;
  return { header, payload: payload.toString('utf8', 0, size) };
}

/** Writes a binary frame; a payload that is no text is sent as JSON. */
export function writeFrame(header: Readonly<Record<string, unknown>>, payload?: unknown): Buffer {
  const [text, type] = encode(payload);
  const body = Buffer.from(text);
  const head = Buffer.from(
    JSON.stringify({
      ...header,
      payload_size: body.length,
      ...(body.length > 0 ? { payload_type: type } : {}),
    }),
  );
  return Buffer.concat([Buffer.from(`TWILSOCK V3.0 ${head.length}\r\n`), head, Buffer.from('\r\n'), body]);
}

function encode(payload: unknown): [text: string, type: string] {
  if (payload === undefined) return ['', ''];
  return typeof payload === 'string'
    ? [payload, 'text/plain']
    : [JSON.stringify(payload), 'application/json'];
}
