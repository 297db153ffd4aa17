// What a version changed in the one that it is based on, side by side, and so which levels still hold.
import { useQuery } from "@tanstack/react-query";
import { changes_query } from "../../api/queries";
import type { FrameworkChanges, FrameworkItem } from "../../api/types";
import { ApiError } from "../../api/client";
import { useMessages } from "../../messages/messages";
import { Failure } from "../../parts/failure";
import { PageSkeleton } from "../../parts/page_skeleton";
import { usePageTitle } from "../../parts/page_title";
import { framework_changes_route } from "../../router";
import { NotFoundPage } from "../not_found";
import "./framework.css";
import { SideBySide } from "./side_by_side";

export function ChangesPage() {
  const { number } = framework_changes_route.useParams();
  const { data, error, refetch } = useQuery(changes_query(number));
  const t = useMessages();
  usePageTitle(data ? t.framework.changes_heading(data.older, data.newer) : t.framework.version(number));
  if (error instanceof ApiError && error.status === 404) return <NotFoundPage />;
  if (error instanceof ApiError && error.status === 400) return <p>{t.framework.changes_none}</p>;
  if (error) return <Failure error={error} on_retry={() => void refetch()} />;
  return data ? <Changes changes={data} /> : <PageSkeleton />;
}

function Changes({ changes }: { changes: FrameworkChanges }) {
  const t = useMessages();
  const carries = (kind: string) => kind === "unchanged" || kind === "reworded";
  return (
    <article className="framework">
      <h1>{t.framework.changes_heading(changes.older, changes.newer)}</h1>
      <p className="framework-intro">{t.framework.changes_intro}</p>
      {changes.changes.map(({ kind, from, to }) => (
        <section key={`${from.join()}>${to.join()}`} className="framework-item">
          <h2 className="change-heading">
            {heading_of(changes, from, to)} · {t.framework.change[kind]}
          </h2>
          <p>{carries(kind) ? t.framework.carried : t.framework.reassess}</p>
          {kind !== "unchanged" && (
            <SideBySide
              older={text_of(changes.older_items, from)}
              newer={text_of(changes.newer_items, to)}
              older_heading={t.framework.version(changes.older)}
              newer_heading={t.framework.version(changes.newer)}
            />
          )}
        </section>
      ))}
    </article>
  );
}

/** "E2 Governance"; where the keys are not the same on both sides, both: "E1, E2 → E1". */
function heading_of(changes: FrameworkChanges, from: string[], to: string[]): string {
  const [key] = to.length > 0 ? to : from;
  const is_one = from.length + to.length === 1 || (from.length === 1 && to.length === 1 && from[0] === to[0]);
  if (!is_one) return `${from.join(", ")} → ${to.join(", ")}`;
  const items = to.length > 0 ? changes.newer_items : changes.older_items;
  return `${key} ${items.find((item) => item.key === key)?.name ?? ""}`;
}

/** Name, text and levels of the items, as one text to compare. */
function text_of(items: FrameworkItem[], keys: string[]): string {
  return items
    .filter(({ key }) => keys.includes(key))
    .map((item) => [item.name, item.text, ...item.levels.map((level) => `${level.number} ${level.text}`)].join("\n"))
    .join("\n\n");
}
