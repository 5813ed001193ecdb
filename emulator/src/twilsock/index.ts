export { createTwilsock } from './createTwilsock';
export type { TunnelReply, TunnelRequest, TunnelRoute, TunnelSession, TwilsockProduct } from './tunnel';
