import { Link } from "@tanstack/react-router";
import { sort_of, with_sort, type SearchState, type Sort } from "../../address/search_address";
import type { Hit } from "../../api/types";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { ProgrammeLabel, Runs, StatusLabel } from "../../parts/labels";
import type { Go } from "./search_page";

interface ResultTableProps {
  hits: Hit[];
  state: SearchState;
  on_change: Go;
}

/** The same results to compare, sortable by their columns. */
export function ResultTable({ hits, state, on_change }: ResultTableProps) {
  const t = useMessages();
  const format = useFormat();
  const sort = sort_of(state);

  const sortable = (column: "title" | "start" | "end" | "grant", ascending: Sort, descending: Sort) => {
    const direction = sort === ascending ? "ascending" : sort === descending ? "descending" : undefined;
    // Dates and money are looked at from the largest, titles from A.
    const first = column === "title" ? ascending : descending;
    const other = column === "title" ? descending : ascending;
    return (
      <th scope="col" aria-sort={direction} className={column === "grant" ? "number" : undefined}>
        <button
          type="button"
          className="sort-button"
          onClick={() => on_change(with_sort(state, sort === first ? other : first))}
        >
          {t.search.column[column]}
          <span aria-hidden="true" className="sort-arrow">
            {direction === "ascending" ? "▲" : direction === "descending" ? "▼" : "↕"}
          </span>
        </button>
      </th>
    );
  };

  return (
    <div className="table-scroll" role="group" aria-label={t.search.table_caption} tabIndex={0}>
      <table className="table result-table">
        <caption className="only-read">{t.search.table_caption}</caption>
        <thead>
          <tr>
            {sortable("title", "title", "-title")}
            <th scope="col">{t.search.column.programme}</th>
            <th scope="col">{t.search.column.status}</th>
            {sortable("start", "start", "-start")}
            {sortable("end", "end", "-end")}
            {sortable("grant", "grant", "-grant")}
            <th scope="col">{t.search.column.coordinator}</th>
            <th scope="col" className="number">
              {t.search.column.partners}
            </th>
          </tr>
        </thead>
        <tbody>
          {hits.map((hit) => (
            <tr key={hit.id}>
              <th scope="row">
                <Link to="/projects/$id" params={{ id: hit.id }} className="result-link">
                  <Runs runs={hit.title_runs} />
                </Link>
                {hit.acronym && <span className="result-acronym">{hit.acronym}</span>}
              </th>
              <td>
                <ProgrammeLabel programme={hit.programme} />
              </td>
              <td>
                <StatusLabel status={hit.status} />
              </td>
              <td className="date">{format.date(hit.start) ?? t.unknown}</td>
              <td className="date">{format.date(hit.end) ?? t.unknown}</td>
              <td className="number">{hit.grant_eur === null ? t.unknown : format.money(hit.grant_eur)}</td>
              <td>
                {hit.coordinator
                  ? t.search.coordinator(hit.coordinator.name, hit.coordinator.country || "?")
                  : t.unknown}
              </td>
              <td className="number">{format.number(hit.partner_count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
