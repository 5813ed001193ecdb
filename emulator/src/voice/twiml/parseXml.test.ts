import { parseXml, XmlError } from './parseXml';

describe('XML as TwiML uses it', () => {
  it('is read with attributes, texts, entities, CDATA and comments', () => {
    const document = `\uFEFF<?xml version="1.0" encoding="UTF-8"?>
      <!-- one -->
      <Response>
        <Say voice='alice' loop="2">Fish &amp; chips &#x26; &#38; <![CDATA[<raw> & more]]></Say>
        <Hangup/>
      </Response>`;

    expect(parseXml(document)).toEqual({
      name: 'Response',
      attributes: {},
      text: '',
      children: [
        {
          name: 'Say',
          attributes: { voice: 'alice', loop: '2' },
          text: 'Fish & chips & & <raw> & more',
          children: [],
        },
        { name: 'Hangup', attributes: {}, text: '', children: [] },
      ],
    });
  });

  it.each([
    ['nothing', ''],
    ['text alone', 'hello'],
    ['two roots', '<a/><b/>'],
    ['text beside the root', '<a/>b'],
    ['an element left open', '<a><b></a>'],
    ['an element never opened', '</a>'],
    ['an attribute without quotes', '<a b=c/>'],
    ['a bare ampersand', '<a>b & c</a>'],
    ['an unknown entity', '<a>&nbsp;</a>'],
    ['a number that is no character', '<a>&#x110000;</a>'],
    ['a document type', '<!DOCTYPE a [<!ENTITY b "c">]><a/>'],
    ['nesting without end', '<a>'.repeat(50)],
  ])('is refused when it is %s', (_, document) => {
    expect(() => parseXml(document)).toThrow(XmlError);
  });
});
