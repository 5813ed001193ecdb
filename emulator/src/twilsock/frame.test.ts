import { readFrame, writeFrame } from './frame';

describe('a frame', () => {
  it('is read as it was written, bytes and not letters counted', () => {
    const frame = readFrame(writeFrame({ method: 'message', note: 'für Zoë' }, { text: '☎ ü' }));

    expect(frame?.header).toMatchObject({
      method: 'message',
      note: 'für Zoë',
      payload_type: 'application/json',
    });
    expect(JSON.parse(frame?.payload ?? '')).toEqual({ text: '☎ ü' });
  });

  it('without a payload says so', () => {
    expect(readFrame(writeFrame({ method: 'reply' }))).toEqual({
      header: { method: 'reply', payload_size: 0 },
      payload: '',
    });
  });

  it('carries a text as it is', () => {
    const frame = readFrame(writeFrame({}, '<html></html>'));

    expect(frame).toMatchObject({ header: { payload_type: 'text/plain' }, payload: '<html></html>' });
  });

  it.each([
    ['nothing', ''],
    ['another protocol', 'TWILSOCK V2.0 2\r\n{}\r\n'],
    ['no length', 'TWILSOCK V3.0 x\r\n{}\r\n'],
    ['a header that is no object', 'TWILSOCK V3.0 2\r\n[]\r\n'],
    ['a header that is cut off', 'TWILSOCK V3.0 20\r\n{"method":'],
    ['a size that is no number', 'TWILSOCK V3.0 20\r\n{"payload_size":"1"}\r\nx'],
    ['a negative size', 'TWILSOCK V3.0 19\r\n{"payload_size":-1}\r\nx'],
  ])('is none: %s', (_, text) => {
    expect(readFrame(Buffer.from(text))).toBeUndefined();
  });
});
