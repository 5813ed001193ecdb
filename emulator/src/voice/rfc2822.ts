/** RFC 2822 in UTC, as the API of 2010 writes dates: `Fri, 20 Nov 2026 10:26:00 +0000`. */
export const rfc2822 = (epochMs: number): string => new Date(epochMs).toUTCString().replace('GMT', '+0000');
