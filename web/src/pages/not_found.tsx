import { Link } from "@tanstack/react-router";
import { useMessages } from "../messages/messages";
import { usePageTitle } from "../parts/page_title";

export function NotFoundPage() {
  const t = useMessages();
  usePageTitle(t.not_found.heading);
  return <NotFound heading={t.not_found.heading} why={t.not_found.why} />;
}

/** Also where a project or an organisation does not exist. */
export function NotFound({ heading, why }: { heading: string; why: string }) {
  const t = useMessages();
  return (
    <div className="page-narrow">
      <h1>{heading}</h1>
      <p>{why}</p>
      <p>
        <Link to="/" search={{}} className="button">
          {t.not_found.home}
        </Link>
      </p>
    </div>
  );
}
