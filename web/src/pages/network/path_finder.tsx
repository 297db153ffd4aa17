// Over whom two organisations know each other.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { organisation_number, type NetworkAddress } from "../../address/network_address";
import { ApiError } from "../../api/client";
import { network_path_query } from "../../api/network_queries";
import type { NetworkPath, NetworkPathStep } from "../../api/network_types";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { Failure } from "../../parts/failure";
import { Form, TextField } from "../../parts/form";

export function PathFinder({ state, on_change }: { state: NetworkAddress; on_change: (state: NetworkAddress) => void }) {
  const t = useMessages();
  const [from, set_from] = useState(state.way_from ?? "");
  const [to, set_to] = useState(state.way_to ?? "");
  const [wrong, set_wrong] = useState<{ from: boolean; to: boolean }>({ from: false, to: false });
  const { data, error, refetch, isFetching } = useQuery(network_path_query(state.way_from, state.way_to));
  const find = () => {
    const [way_from, way_to] = [organisation_number(from), organisation_number(to)];
    set_wrong({ from: !way_from, to: !way_to });
    if (way_from && way_to) on_change({ ...state, way_from, way_to });
  };
  const missing = error instanceof ApiError && error.status === 404 ? error.problem.parameter : undefined;
  const refusal = (is_wrong: boolean, asked: "from" | "to") => {
    const words = is_wrong ? t.network.no_number : missing === asked ? t.network.no_organisation : "";
    return words ? new ApiError({ title: words, detail: words, status: 400, parameter: `way_${asked}` }) : null;
  };
  return (
    <section aria-labelledby="way" className="network-way">
      <h2 id="way">{t.network.way}</h2>
      <p>{t.network.way_intro}</p>
      <Form on_submit={find} error={null} fields={[]} button={t.network.find_way} busy={isFetching}>
        <TextField label={t.network.way_from} hint={t.network.way_hint} name="way_from" error={refusal(wrong.from, "from")} value={from} on_change={set_from} />
        <TextField label={t.network.way_to} name="way_to" error={refusal(wrong.to, "to")} value={to} on_change={set_to} />
      </Form>
      {error && !missing && <Failure error={error} on_retry={() => void refetch()} />}
      <p role="status">{data ? says(data, t) : ""}</p>
      {data && data.path.length > 1 && (
        <ol className="network-path">
          {data.path.map((step) => (
            <Step key={step.id} step={step} />
          ))}
        </ol>
      )}
    </section>
  );
}

function says({ steps, from, to }: NetworkPath, t: ReturnType<typeof useMessages>): string {
  return steps === null ? t.network.no_way(from.name, to.name) : t.network.way_found(from.name, to.name, steps);
}

function Step({ step }: { step: NetworkPathStep }) {
  const t = useMessages();
  const format = useFormat();
  const { joint } = step;
  return (
    <li>
      {joint.projects > 0 && (
        <p className="network-joint">
          {t.network.joint(joint.projects)}{" "}
          {joint.newest.map(({ project, acronym, title, start }, place) => (
            <span key={project}>
              {place > 0 && "; "}
              <Link to="/projects/$id" params={{ id: project }} title={title}>
                {acronym || title || project}
              </Link>
              {start && ` (${start.slice(0, 4)})`}
            </span>
          ))}
          {joint.projects > joint.newest.length && " …"}
        </p>
      )}
      <Link to="/organisations/$id" params={{ id: step.slug }}>
        {step.name}
      </Link>
      {step.country && ` (${format.country(step.country)})`}
    </li>
  );
}
