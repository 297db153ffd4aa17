// Which pages show something of the ecosystem: all but those of the catalogue and of accounts, so that a new one is labelled as
// demonstration unless it stands here.
const BESIDE_ECOSYSTEM =
  /^\/(account|confirm|confirm-claim|confirm-mail|consortium|coverage|forgotten-password|messages|network|offers|organisation-doubts|organisations|partners|partnership-desk|people|projects|reset-password|sign-in|sign-in-link|sign-up|unsubscribe)?(\/|$)/;

/** `path` begins with "/". */
export function shows_ecosystem(path: string): boolean {
  return !BESIDE_ECOSYSTEM.test(path);
}
