import { parseXml, XmlError, type XmlElement } from './parseXml';

/** TwiML that can't be carried out, with Twilio's error code. */
export class TwimlError extends Error {
  override readonly name = 'TwimlError';

  constructor(
    readonly code: number,
    message: string,
  ) {
    super(message);
  }
}

/** 12100 Document parse failure, 12200 Schema validation: https://www.twilio.com/docs/api/errors. */
export const PARSE_FAILURE = 12_100;
export const SCHEMA_FAILURE = 12_200;

/** The verbs of a TwiML document, in order. Throws TwimlError. */
export function parseTwiml(document: string): readonly XmlElement[] {
  const root = readRoot(document);
  if (root.name !== 'Response')
    throw new TwimlError(SCHEMA_FAILURE, `The root is <${root.name}>, not <Response>`);
  return root.children;
}

function readRoot(document: string): XmlElement {
  try {
    return parseXml(document);
  } catch (error) {
    if (error instanceof XmlError) throw new TwimlError(PARSE_FAILURE, error.message);
    throw error;
  }
}
