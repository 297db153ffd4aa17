import { useMessages } from "../messages/messages";

/** Holds the place of a page that is on its way. */
export function PageSkeleton() {
  const t = useMessages();
  return (
    <div className="skeleton page-skeleton" role="status">
      <p className="only-read">{t.frame.loading}</p>
      <span className="skeleton-title" />
      <span className="skeleton-short" />
      <span />
      <span className="skeleton-middle" />
    </div>
  );
}
