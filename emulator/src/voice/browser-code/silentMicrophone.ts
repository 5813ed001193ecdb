/** What `enumerateDevices` tells of: one of each, under the id browsers give their default devices. */
const DEVICES: readonly MediaDeviceInfo[] = (['audioinput', 'audiooutput'] as const).map((kind) => {
  const device = { deviceId: 'default', groupId: 'local', kind, label: `Silence (${kind})` };
  return { ...device, toJSON: () => device };
});

let context: AudioContext | undefined;

/** A live audio track without a sound. Contexts are few in a browser: all tracks come from one. */
const openSilence = (): MediaStream => (context ??= new AudioContext()).createMediaStreamDestination().stream;

/** Gives the page a microphone that is always there and always silent: no browser asks for leave to use a real one. */
export function replaceMicrophone({ mediaDevices }: Navigator): void {
  const getNative = mediaDevices.getUserMedia.bind(mediaDevices);
  mediaDevices.getUserMedia = (constraints) =>
    constraints?.video ? getNative(constraints) : Promise.resolve(openSilence());
  mediaDevices.enumerateDevices = () => Promise.resolve([...DEVICES]);
}
