// All hubs, and how an administrator makes another.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { hubs_query } from "../../api/hub_queries";
import type { HubSummary } from "../../api/hub_types";
import { useFormat } from "../../format/use_format";
import { useLanguage, useMessages } from "../../messages/messages";
import { Failure } from "../../parts/failure";
import { PageSkeleton } from "../../parts/page_skeleton";
import { usePageTitle } from "../../parts/page_title";
import { CreateHub } from "./create_hub";
import "./hubs.css";
import { HubStateLabel } from "./hub_state_label";
import { text_for } from "./texts";
import { useFilterInWords } from "./use_filter_in_words";

export function HubsPage() {
  const t = useMessages();
  const { data, error, refetch } = useQuery(hubs_query);
  usePageTitle(t.hubs.heading);
  return (
    <div className="hubs">
      <h1>{t.hubs.heading}</h1>
      <p className="hub-intro">{t.hubs.intro}</p>
      {error ? <Failure error={error} on_retry={() => void refetch()} /> : !data && <PageSkeleton />}
      {data?.hubs.length === 0 && <p>{t.hubs.none}</p>}
      {data && data.hubs.length > 0 && (
        <ul className="hub-list">
          {data.hubs.map((hub) => (
            <HubCard key={hub.slug} hub={hub} />
          ))}
        </ul>
      )}
      {data?.may_create && <CreateHub />}
    </div>
  );
}

function HubCard({ hub }: { hub: HubSummary }) {
  const t = useMessages();
  const format = useFormat();
  const { language } = useLanguage();
  const text = text_for(hub.texts, language);
  const filter = useFilterInWords(hub.filter);
  return (
    <li>
      <h2>
        <Link to="/hubs/$slug" params={{ slug: hub.slug }} lang={text.language}>
          {text.name}
        </Link>{" "}
        <HubStateLabel state={hub.state} />
      </h2>
      <p>{t.hubs.languages(hub.texts.map((each) => format.language(each.language)).join(", "))}</p>
      <p className="missing">{t.hubs.shows(filter)}</p>
    </li>
  );
}
