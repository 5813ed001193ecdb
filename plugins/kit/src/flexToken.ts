/** Of Flex's manager, who is logged in. */
export interface LoggedIn {
  readonly user: { readonly token: string };
}

/** The token of who is logged in to Flex at the moment; empty for nobody. */
export function flexToken(manager: LoggedIn): string {
  try {
    return manager.user.token;
  } catch {
    // After a logout Flex has no user, and its getter throws; without a token our services answer 401, as they should.
    return '';
  }
}
