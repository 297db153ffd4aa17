import { Link } from "@tanstack/react-router";
import type { ApplicationOverview, OverviewRow } from "../../api/application_types";
import { useMessages } from "../../messages/messages";
import { heat_cell, sign_of, type HeatCell } from "./heat_cells";
import { usePlaceName } from "./place_name";

interface HeatMapProps {
  overview: ApplicationOverview;
  /** The columns, in their order. */
  rows: OverviewRow[];
}

/** So many columns leave room for the words of levels in their cells. */
const FEW_COLUMNS = 8;

/** Levels of items by states: a table whose cells carry colour, number and words, each a link to the item there. */
export function HeatMap({ overview, rows }: HeatMapProps) {
  const t = useMessages();
  const place_name = usePlaceName();
  return (
    <div className="table-scroll" role="group" aria-label={t.application.map} tabIndex={0}>
      <table className={`table heat-map${rows.length <= FEW_COLUMNS ? " heat-map-roomy" : ""}`}>
        <caption className="only-read">{t.application.map}</caption>
        <thead>
          <tr>
            <th scope="col">{t.application.column_item}</th>
            {rows.map((row) => (
              <th key={row.code} scope="col" className="heat-place">
                <span aria-hidden="true" title={place_name(row)}>
                  {row.code}
                </span>
                <span className="only-read">{place_name(row)}</span>
              </th>
            ))}
          </tr>
        </thead>
        {(["element", "principle"] as const).map((kind) => (
          <tbody key={kind}>
            <tr>
              <th scope="rowgroup" colSpan={rows.length + 1} className="heat-kind">
                {kind === "element" ? t.application.elements : t.application.principles}
              </th>
            </tr>
            {overview.items
              .filter((item) => item.kind === kind)
              .map((item) => (
                <tr key={item.key}>
                  <th scope="row">
                    <span className="item-key">{item.key}</span> {item.name}
                  </th>
                  {rows.map((row) => (
                    <Cell key={row.code} row={row} item={item.key} version={overview.version?.number ?? ""} />
                  ))}
                </tr>
              ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function Cell({ row, item, version }: { row: OverviewRow; item: string; version: string }) {
  const t = useMessages();
  const words = useCellWords();
  const cell = heat_cell(row.cells?.find((one) => one.item === item) ?? null);
  const face = (
    <>
      <span aria-hidden="true">
        {sign_of(cell)}
        {cell.level && <span className="heat-word">{t.framework.level[cell.level.name]}</span>}
      </span>
      <span className="only-read">{words(cell)}</span>
    </>
  );
  return (
    <td className={classes_of(cell)} title={words(cell)}>
      {row.cells ? (
        <Link to="/applications/$code/$number" params={{ code: row.code, number: version }} hash={item}>
          {face}
        </Link>
      ) : (
        face
      )}
    </td>
  );
}

function classes_of(cell: HeatCell): string {
  const tone = cell.tone === "level" ? `heat-level-${cell.level?.number}` : `heat-${cell.tone}`;
  return `heat-cell ${tone}${cell.adapted ? " heat-adapted" : ""}`;
}

/** "2 Emerging, as the state says; adapted". */
function useCellWords(): (cell: HeatCell) => string {
  const t = useMessages();
  return (cell) => {
    const parts = [first_words(cell)];
    if (cell.adapted) parts.push(t.application.cell.adapted);
    if (cell.inherited) parts.push(t.application.cell.inherited);
    return parts.join("; ");
  };

  function first_words({ tone, level, by_peers }: HeatCell): string {
    const words = t.application.cell;
    if (level) {
      const name = t.application.level(level.number, t.framework.level[level.name]);
      return by_peers ? words.peers(name) : words.self(name);
    }
    if (tone === "not-applicable") return words.not_applicable;
    if (tone === "no-application") return words.no_application;
    return tone === "reassess" ? words.reassess : words.unknown;
  }
}
