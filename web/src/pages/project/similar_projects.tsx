import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { similar_query } from "../../api/queries";
import type { SimilarProject } from "../../api/types";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { Failure } from "../../parts/failure";
import { ProgrammeLabel } from "../../parts/labels";

/** Projects on the same things, each with the words that say so. */
export function SimilarProjects({ id }: { id: string }) {
  const t = useMessages();
  const { data, error, refetch } = useQuery(similar_query(id));
  return (
    <section aria-labelledby="similar" aria-busy={!data && !error}>
      <h2 id="similar">{t.project.similar}</h2>
      {error ? (
        <Failure error={error} on_retry={() => void refetch()} />
      ) : (
        data && (data.hits.length === 0 ? <p className="missing">{t.project.no_similar}</p> : <SimilarList hits={data.hits} />)
      )}
      <p>
        <Link to="/partners" search={{ like: id }}>
          {t.partners.of_project}
        </Link>
      </p>
    </section>
  );
}

function SimilarList({ hits }: { hits: SimilarProject[] }) {
  const t = useMessages();
  const format = useFormat();
  return (
    <ol className="similar-list">
      {hits.map(({ id, title, acronym, programme, start, end, shared }) => (
        <li key={id}>
          <Link to="/projects/$id" params={{ id }}>
            {title || acronym || id}
          </Link>
          {title && acronym && <span className="result-acronym">{acronym}</span>}
          <p className="similar-facts">
            <ProgrammeLabel programme={programme} />
            <span>{format.dates(start, end) ?? t.search.dates_unknown}</span>
          </p>
          <p className="similar-reason">
            {t.project.similar_because} <strong>{shared.map(({ word }) => word).join(", ")}</strong>
          </p>
        </li>
      ))}
    </ol>
  );
}
