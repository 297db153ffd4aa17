import { Link } from "@tanstack/react-router";
import type { Hit } from "../../api/types";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { ProgrammeLabel, Runs, StatusLabel } from "../../parts/labels";
import "./result_list.css";

export function ResultList({ hits }: { hits: Hit[] }) {
  return (
    <ol className="results">
      {hits.map((hit) => (
        <li key={hit.id}>
          <Result hit={hit} />
        </li>
      ))}
    </ol>
  );
}

function Result({ hit }: { hit: Hit }) {
  const t = useMessages();
  const format = useFormat();
  const { snippet } = hit;
  return (
    <article className="result">
      <div className="result-head">
        <h2>
          <Link to="/projects/$id" params={{ id: hit.id }} className="result-link">
            <Runs runs={hit.title_runs} />
          </Link>
          {hit.acronym && <span className="result-acronym">{hit.acronym}</span>}
        </h2>
        <StatusLabel status={hit.status} />
      </div>
      <p className="result-facts">
        <ProgrammeLabel programme={hit.programme} />
        {hit.action && <span>{hit.action}</span>}
        <span>{format.dates(hit.start, hit.end) ?? t.search.dates_unknown}</span>
        <span>{hit.grant_eur === null ? t.search.grant_unknown : format.money(hit.grant_eur)}</span>
      </p>
      {snippet.runs.length > 0 && (
        <p className="result-snippet">
          {snippet.cut_before && "… "}
          <Runs runs={snippet.runs} />
          {snippet.cut_after && " …"}
        </p>
      )}
      <p className="result-who">
        <Consortium hit={hit} />
      </p>
    </article>
  );
}

/** "Louth and Meath ETB (IE), coordinator + 9 partners in 5 countries" */
function Consortium({ hit }: { hit: Hit }) {
  const t = useMessages();
  const consortium = t.search.consortium(hit.partner_count, hit.countries.length);
  if (!hit.coordinator) {
    return hit.partner_count > 0 ? `${t.search.no_coordinator} · ${consortium}` : t.search.no_coordinator;
  }
  const { name, country } = hit.coordinator;
  return t.search.and_partners(t.search.coordinator(name, country || "?"), consortium);
}
