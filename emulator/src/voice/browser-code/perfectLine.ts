const PACKETS_PER_SECOND = 50;
const BYTES_PER_PACKET = 160;

/** Puts a method in the place of a native one. */
function replace(
  owner: object,
  name: string,
  make: (
    native: (self: unknown, args: unknown[]) => unknown,
  ) => (this: unknown, ...args: unknown[]) => unknown,
): void {
  const native: unknown = Reflect.get(owner, name);
  if (typeof native !== 'function') return;
  Reflect.set(
    owner,
    name,
    make((self, args): unknown => Reflect.apply(native, self, args)),
  );
}

/** What a line that loses nothing has carried since the page began: the voice SDK reads these fields (`rtc/stats.ts`). */
function countPackets(): ReadonlyMap<string, object> {
  const packets = Math.floor((performance.now() / 1000) * PACKETS_PER_SECOND);
  const bytes = packets * BYTES_PER_PACKET;
  const timestamp = Date.now();
  return new Map([
    [
      'in',
      {
        id: 'in',
        type: 'inbound-rtp',
        timestamp,
        jitter: 0,
        packetsLost: 0,
        packetsReceived: packets,
        bytesReceived: bytes,
      },
    ],
    ['out', { id: 'out', type: 'outbound-rtp', timestamp, packetsSent: packets, bytesSent: bytes }],
  ]);
}

/** The level of a quiet room: a constant one makes the SDK warn of a broken microphone. */
const murmur = (): number => (Math.floor(performance.now() / 100) % 2 === 0 ? 8 : 24);

/**
 * Nobody is at the other end of a call's media, so the voice SDK (2.11.1, `rtc/peerconnection.ts`) is told nothing of
 * how its path fares, and that all is well on it: it would end the call of a machine without a network, and Flex would
 * say that the connection is poor.
 */
export function perfectLine(): void {
  replace(
    RTCPeerConnection.prototype,
    'setRemoteDescription',
    (native) =>
      function (this: unknown, ...args) {
        if (this instanceof RTCPeerConnection) {
          this.onicegatheringstatechange = null;
          this.oniceconnectionstatechange = null;
          this.onconnectionstatechange = null;
        }
        return native(this, args);
      },
  );
  replace(RTCPeerConnection.prototype, 'getStats', () => () => Promise.resolve(countPackets()));
  replace(AnalyserNode.prototype, 'getByteFrequencyData', () => (levels: unknown) => {
    if (levels instanceof Uint8Array) levels.fill(murmur());
  });
}
