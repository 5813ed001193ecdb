/**
 * The session description of every invitation: audio from nowhere. It names no candidate, so a page that answers it has
 * a call and no media path; the SDK (2.11.1) counts a call as open once both descriptions are set.
 */
export const OFFER = `${[
  'v=0',
  'o=- 4611731400430051336 2 IN IP4 127.0.0.1',
  's=-',
  't=0 0',
  'a=group:BUNDLE 0',
  'a=msid-semantic: WMS local-twilio',
  'm=audio 9 UDP/TLS/RTP/SAVPF 111 0',
  'c=IN IP4 0.0.0.0',
  'a=rtcp:9 IN IP4 0.0.0.0',
  'a=ice-ufrag:LOCL',
  'a=ice-pwd:thelocaltwilioplaysnoaudio',
  'a=ice-options:trickle',
  `a=fingerprint:sha-256 ${Array.from({ length: 32 }, (_, index) => index.toString(16).padStart(2, '0').toUpperCase()).join(':')}`,
  'a=setup:actpass',
  'a=mid:0',
  'a=sendrecv',
  'a=msid:local-twilio audio',
  'a=rtcp-mux',
  'a=rtpmap:111 opus/48000/2',
  'a=rtpmap:0 PCMU/8000',
  'a=ssrc:1 cname:local-twilio',
].join('\r\n')}\r\n`;
