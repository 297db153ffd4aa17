import { useEffect, useRef } from "react";
import { Failure } from "../../parts/failure";
import { useMessages } from "../../messages/messages";

interface LoadMoreProps {
  shown: number;
  total: number;
  has_more: boolean;
  loading: boolean;
  error: unknown;
  load: () => Promise<unknown>;
}

/** The next results under those shown; the focus goes to the first of them. */
export function LoadMore({ shown, total, has_more, loading, error, load }: LoadMoreProps) {
  const t = useMessages();
  const focus_at = useRef<number | null>(null);

  useEffect(() => {
    if (focus_at.current === null || shown <= focus_at.current) return;
    document.querySelectorAll<HTMLElement>(".search-results .result-link")[focus_at.current]?.focus();
    focus_at.current = null;
  }, [shown]);

  const load_and_go_on = () => {
    focus_at.current = shown;
    void load();
  };

  return (
    <div className="load-more">
      <p>{t.search.shown(shown, total)}</p>
      {error !== null && <Failure error={error} on_retry={load_and_go_on} />}
      {has_more && error === null && (
        <button type="button" className="button" disabled={loading} onClick={load_and_go_on}>
          {loading ? t.frame.loading : t.search.load_more}
        </button>
      )}
    </div>
  );
}
