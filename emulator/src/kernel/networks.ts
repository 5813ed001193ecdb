import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

export interface PageNetwork {
  /** First label of the page's host: `alice` for http://alice.localhost:4010. */
  readonly page: string;
  readonly online: boolean;
  /** WebSockets it has open: 0 when no tab shows it. */
  readonly sockets: number;
}

/** The network of each page's computer: while it is off, nothing of that page reaches anything here. */
export interface Networks {
  /** Whether a request gets through; what does is remembered until it closes, to be cut when the network goes. */
  admits(request: IncomingMessage, socket: Duplex): boolean;
  /** Whether the page at this origin (`http://alice.localhost:4010`) is connected; true for what is no page. */
  isOnline(origin: string): boolean;
  /** Cuts every connection of a page and refuses new ones until it is switched on again. */
  setOnline(page: string, online: boolean): void;
  /** Pages that are off or have connections, by name. */
  list(): readonly PageNetwork[];
}

const PAGE = /^(?:https?:\/\/)?([a-z0-9-]+)\.localhost(?::\d+)?$/i;

/** A page's name from its host or origin; undefined for everything else. */
const pageOf = (hostOrOrigin: string | undefined): string | undefined =>
  PAGE.exec(hostOrOrigin ?? '')?.[1]?.toLowerCase();

/** All networks are on at first. */
export function createNetworks(): Networks {
  const off = new Set<string>();
  const connections = new Map<string, Map<Duplex, 'http' | 'socket'>>();

  const remember = (page: string, socket: Duplex, kind: 'http' | 'socket'): void => {
    const ofPage = connections.get(page) ?? new Map<Duplex, 'http' | 'socket'>();
    connections.set(page, ofPage);
    if (!ofPage.has(socket)) {
      socket.once('close', () => {
        ofPage.delete(socket);
        if (ofPage.size === 0) connections.delete(page);
      });
    }
    ofPage.set(socket, kind);
  };

  return {
    admits({ headers }, socket) {
      const page = pageOf(headers.host) ?? pageOf(headers.origin);
      if (page === undefined) return true;
      if (off.has(page)) return false;
      remember(page, socket, headers.upgrade === undefined ? 'http' : 'socket');
      return true;
    },
    isOnline: (origin) => !off.has(pageOf(origin) ?? ''),
    setOnline(page, online) {
      if (online) off.delete(page);
      else off.add(page);
      if (!online) for (const socket of connections.get(page)?.keys() ?? []) socket.destroy();
    },
    list: () =>
      [...new Set([...off, ...connections.keys()])].sort().map((page) => ({
        page,
        online: !off.has(page),
        sockets: [...(connections.get(page)?.values() ?? [])].filter((kind) => kind === 'socket').length,
      })),
  };
}
