import { useMessages } from "../../messages/messages";

/** Holds the place of results that are on their way. */
export function ResultSkeleton() {
  const t = useMessages();
  return (
    <div className="skeletons">
      <p className="only-read">{t.frame.loading}</p>
      {[0, 1, 2, 3, 4].map((place) => (
        <div key={place} className="skeleton" aria-hidden="true">
          <span className="skeleton-title" />
          <span className="skeleton-line skeleton-short" />
          <span className="skeleton-line" />
          <span className="skeleton-line skeleton-middle" />
        </div>
      ))}
    </div>
  );
}
