const CLIENT = /^client:([^?]+)/;

/** The client a call is placed to, without the parameters behind its name; undefined for a telephone. */
export const clientOf = (address: string): string | undefined => CLIENT.exec(address)?.[1];
