// In place of a page that is each person's own, for who is not signed in.
import { Link } from "@tanstack/react-router";
import { useMessages } from "../messages/messages";

/** `from`: the path to come back to. */
export function SignInFirst({ from }: { from: string }) {
  const t = useMessages();
  return (
    <>
      <p>{t.account.sign_in_first}</p>
      <p>
        <Link to="/sign-in" state={{ from }} className="button button-strong">
          {t.account.sign_in}
        </Link>
      </p>
    </>
  );
}
