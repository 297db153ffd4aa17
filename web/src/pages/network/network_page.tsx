// The network of the whole catalogue or around one organisation, and the way between two. Whose stands in the address.
import { Link, useNavigate } from "@tanstack/react-router";
import { useQuery } from "@tanstack/react-query";
import type { NetworkAddress } from "../../address/network_address";
import { organisation_query } from "../../api/queries";
import { useMessages } from "../../messages/messages";
import { usePageTitle } from "../../parts/page_title";
import { network_route } from "../../router";
import { NetworkView } from "./network_view";
import { PathFinder } from "./path_finder";

export function NetworkPage() {
  const t = useMessages();
  const state = network_route.useSearch();
  const navigate = useNavigate();
  usePageTitle(t.network.heading);
  const change = (changed: NetworkAddress) => void navigate({ to: "/network", search: changed, resetScroll: false });
  return (
    <>
      <h1>{t.network.heading}</h1>
      <p className="network-intro">{t.network.intro}</p>
      <PathFinder key={`${state.way_from ?? ""} ${state.way_to ?? ""}`} state={state} on_change={change} />
      {state.around ? <Around id={state.around} /> : <h2>{t.network.whole}</h2>}
      <NetworkView key={state.around ?? ""} scope={state.around ? { around: state.around } : {}} />
    </>
  );
}

function Around({ id }: { id: string }) {
  const t = useMessages();
  const { data } = useQuery(organisation_query(id));
  return (
    <>
      <h2>{t.network.around(data?.name ?? id)}</h2>
      <p>
        <Link to="/network" search={{}}>
          {t.network.to_whole}
        </Link>
      </p>
    </>
  );
}
