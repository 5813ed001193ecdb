/** `taskrouter` for `taskrouter.twilio.com`, the service's name for a function's domain. */
export const shortHost = (host: string): string => host.replace(/(\.twilio\.com|-\d+(-\w+)?\.twil\.io)$/, '');
