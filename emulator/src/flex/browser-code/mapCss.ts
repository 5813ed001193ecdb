const ADDRESS = /url\(\s*(["']?)(https?:\/\/[^"')]+)\1\s*\)/gi;

/** A style rule with the addresses in it given to `redirect`. */
export const mapCss = (rule: string, redirect: (address: string) => string): string =>
  rule.replace(ADDRESS, (_whole, _quote, address: string) => `url("${redirect(address)}")`);
