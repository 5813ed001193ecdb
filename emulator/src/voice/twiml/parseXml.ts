/** An element of a TwiML document; comments and processing instructions are left out. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** The element's own text, entities resolved, trimmed. */
  readonly text: string;
  readonly children: readonly XmlElement[];
}

/** A document that isn't well-formed: Twilio's error 12100, "Document parse failure". */
export class XmlError extends Error {
  override readonly name = 'XmlError';
}

interface OpenElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
  readonly children: XmlElement[];
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Deeper than any TwiML nests. */
const MAX_DEPTH = 20;

const TOKEN =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<\/([\w:.-]+)\s*>|<([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/gy;

const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

function resolveEntities(text: string): string {
  return text.replaceAll(/&(?:(#x?[\da-f]+|\w+);)?/gi, (whole, name?: string) => {
    if (name === undefined) throw new XmlError('An ampersand is written &amp;');
    if (name.startsWith('#')) {
      const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
      if (!(code <= 0x10ffff)) throw new XmlError(`"${whole}" is no character`);
      return String.fromCodePoint(code);
    }
    const character = ENTITIES[name];
    if (character === undefined) throw new XmlError(`Unknown entity "${whole}"`);
    return character;
  });
}

const readAttributes = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(ATTRIBUTE)].map(([, name = '', double, single]) => [
      name,
      resolveEntities(double ?? single ?? ''),
    ]),
  );

/** Parses what of XML TwiML uses: elements, attributes, texts, CDATA; no DTD. Throws XmlError. */
export function parseXml(document: string): XmlElement {
  const root: OpenElement = { name: '', attributes: {}, text: '', children: [] };
  const open: OpenElement[] = [root];
  const text = document.replace(/^\uFEFF/, '').trim();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (!match) throw new XmlError(`Not well-formed at character ${at}`);
    const [, cdata, closed, opened, attributes = '', selfClosing, characters] = match;
    const current = open.at(-1) ?? root;
    if (cdata !== undefined) current.text += cdata;
    else if (characters !== undefined) current.text += resolveEntities(characters);
    else if (opened !== undefined) {
      const element = { name: opened, attributes: readAttributes(attributes), text: '', children: [] };
      if (selfClosing) current.children.push(element);
      else if (open.push(element) > MAX_DEPTH) throw new XmlError('Nested too deeply');
    } else if (closed !== undefined) {
      if (open.length === 1 || current.name !== closed) throw new XmlError(`Unexpected </${closed}>`);
      open.pop();
      open.at(-1)?.children.push({ ...current, text: current.text.trim() });
    }
  }
  if (open.length > 1) throw new XmlError(`<${open.at(-1)?.name ?? ''}> is not closed`);
  const [only, ...others] = root.children;
  if (!only || others.length > 0 || root.text.trim() !== '') throw new XmlError('Exactly one root element');
  return only;
}
