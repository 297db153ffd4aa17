// Before anything is asked: what one can do here, examples, and what the catalogue holds.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { FacetName } from "../../address/search_address";
import { catalogue_query } from "../../api/queries";
import type { SearchAnswer } from "../../api/types";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { Failure } from "../../parts/failure";
import "./start_page.css";
import { value_label } from "./value_label";

const COUNTRIES_SHOWN = 12;

export function StartPage() {
  const t = useMessages();
  const catalogue = useQuery(catalogue_query);

  return (
    <div className="start">
      <section className="start-examples" aria-labelledby="start-try">
        <h2 id="start-try">{t.start.try}</h2>
        <ul>
          {t.start.examples.map((example) => (
            <li key={example}>
              <Link to="/" search={{ q: example }} className="chip">
                {example}
              </Link>
            </li>
          ))}
        </ul>
      </section>
      {catalogue.isError && <Failure error={catalogue.error} on_retry={() => void catalogue.refetch()} />}
      {catalogue.data && (catalogue.data.total > 0 ? <Contents answer={catalogue.data} /> : <EmptyCatalogue />)}
    </div>
  );
}

function Contents({ answer }: { answer: SearchAnswer }) {
  const t = useMessages();
  return (
    <>
      <p className="start-size">
        <strong>{t.start.size(t.count.projects(answer.total))}</strong>
        <Link to="/" search={{ sort: "-start" }}>
          {t.start.browse}
        </Link>
        <Link to="/coverage">{t.search.coverage}</Link>
      </p>
      <div className="start-browse">
        <Browse answer={answer} facet="programme" heading={t.start.by_programme} />
        <Browse answer={answer} facet="status" heading={t.start.by_status} />
        <Browse answer={answer} facet="country" heading={t.start.by_country} />
      </div>
    </>
  );
}

function Browse({ answer, facet, heading }: { answer: SearchAnswer; facet: FacetName; heading: string }) {
  const t = useMessages();
  const format = useFormat();
  const values = answer.facets.find(({ name }) => name === facet)?.values.filter(({ count }) => count > 0) ?? [];
  if (values.length === 0) return null;
  return (
    <section className={`browse browse-${facet}`}>
      <h2>{heading}</h2>
      <ul>
        {values.slice(0, COUNTRIES_SHOWN).map(({ value, label, count }) => (
          <li key={value}>
            <Link to="/" search={{ filters: { [facet]: [value] } }}>
              {value_label(facet, value, label, t, format)}
            </Link>
            <span className="browse-count">{format.number(count)}</span>
          </li>
        ))}
      </ul>
      {values.length > COUNTRIES_SHOWN && <p className="browse-more">{t.start.more_countries}</p>}
    </section>
  );
}

function EmptyCatalogue() {
  const t = useMessages();
  return (
    <section className="nothing">
      <h2>{t.start.empty}</h2>
      <p>{t.start.empty_how}</p>
      <pre>
        <code>tributary import cordis.zip</code>
      </pre>
    </section>
  );
}
