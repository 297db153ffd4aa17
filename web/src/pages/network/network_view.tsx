// Who works with whom in the projects of a search, of an organisation's surroundings or of the whole catalogue.
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { export_address, network_query, type NetworkScope } from "../../api/network_queries";
import { NETWORK_ORDERS, type Network, type NetworkOrder } from "../../api/network_types";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { Choice } from "../../parts/choice";
import { Facts } from "../../parts/facts";
import { Failure } from "../../parts/failure";
import "./network.css";
import { community_letter, NetworkPicture } from "./network_picture";
import { NetworkTable } from "./network_table";

export function NetworkView({ scope: { search, around } }: { scope: Omit<NetworkScope, "stable_only"> }) {
  const t = useMessages();
  const [by, set_by] = useState<NetworkOrder>("degree");
  const [stable_only, set_stable_only] = useState(false);
  const scope: NetworkScope = { ...(search && { search }), ...(around && { around }), stable_only };
  const { data, error, refetch, isFetching } = useQuery(network_query(scope, by));
  if (error) return <Failure error={error} on_retry={() => void refetch()} />;
  return (
    <div className="network" aria-busy={isFetching}>
      <div className="network-choices">
        <Choice
          label={t.network.order}
          value={by}
          options={NETWORK_ORDERS.map((order) => ({ value: order, label: t.network.order_by[order] }))}
          on_choose={set_by}
        />
        <label>
          <input type="checkbox" checked={stable_only} onChange={({ target }) => set_stable_only(target.checked)} />
          {t.network.stable_only}
        </label>
      </div>
      <p role="status">{isFetching ? t.network.measuring : ""}</p>
      {data && data.organisations === 0 && <p>{t.network.nobody}</p>}
      {data && data.organisations > 0 && (
        <>
          <Summary network={data} />
          <h2>{t.network.picture_heading(data.members.length, data.organisations)}</h2>
          <NetworkPicture network={data} by={by} />
          <h2 id="network-table" tabIndex={-1}>
            {t.network.table_heading}
          </h2>
          <NetworkTable network={data} />
          <CommunityList network={data} />
          <Exports scope={scope} />
          <Meaning />
        </>
      )}
    </div>
  );
}

function Summary({ network }: { network: Network }) {
  const t = useMessages();
  const format = useFormat();
  const percent = (share: number) => new Intl.NumberFormat(t.locale, { style: "percent", maximumFractionDigits: 2 }).format(share);
  const { betweenness, components } = network;
  return (
    <>
      <p className="missing">{t.network.as_of(format.date(network.as_of) ?? network.as_of, network.projects)}</p>
      <Facts
        entries={[
          [t.network.organisations, format.number(network.organisations)],
          [t.network.newcomers, format.number(network.newcomers)],
          [t.network.ties, format.number(network.ties)],
          [t.network.stable_ties, format.number(network.stable_ties)],
          [t.network.parts, t.network.parts_value(components.count, components.largest)],
          [t.network.highest_core, format.number(network.highest_core)],
          [
            t.network.how_betweenness,
            betweenness.method === "exact"
              ? t.network.exact
              : t.network.sampled(betweenness.samples ?? 0, percent(betweenness.greatest_error), percent(betweenness.confidence ?? 0)),
          ],
        ]}
      />
    </>
  );
}

function CommunityList({ network }: { network: Network }) {
  const t = useMessages();
  const format = useFormat();
  const { communities } = network;
  const modularity = new Intl.NumberFormat(t.locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(communities.modularity);
  return (
    <section aria-labelledby="communities">
      <h2 id="communities">{t.network.communities}</h2>
      <p>{t.network.communities_found(communities.count, modularity)}</p>
      <ul className="network-communities">
        {communities.largest.map(({ number, organisations, countries }) => (
          <li key={number}>
            <strong>{community_letter(number) || number}</strong>: {t.count.organisations(organisations)}
            {countries.length > 0 && ` – ${countries.map(({ country, organisations: from }) => `${format.country(country)} ${format.number(from)}`).join(", ")}`}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Exports({ scope }: { scope: NetworkScope }) {
  const t = useMessages();
  return (
    <section aria-labelledby="network-exports">
      <h2 id="network-exports">{t.network.exports}</h2>
      <ul>
        <li>
          <a href={export_address("network.graphml", scope)}>{t.network.graphml}</a>
        </li>
        <li>
          <a href={export_address("network.csv", scope)}>{t.network.ties_csv}</a>
        </li>
        <li>
          <a href={export_address("network.csv", scope, "organisations")}>{t.network.organisations_csv}</a>
        </li>
      </ul>
    </section>
  );
}

function Meaning() {
  const t = useMessages();
  return (
    <details className="network-meaning">
      <summary>{t.network.meaning}</summary>
      {t.network.meaning_text.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </details>
  );
}
