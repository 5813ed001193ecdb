/** Leaves the sign-in page for where Flex UI sent the browser from, if that is of this page's own origin. */
const wanted = new URLSearchParams(location.search).get('return') ?? '/';
const target = URL.canParse(wanted, location.origin) ? new URL(wanted, location.origin) : undefined;
location.replace(target?.origin === location.origin ? target.href : '/');

export {};
