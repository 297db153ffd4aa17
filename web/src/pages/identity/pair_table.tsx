// Two organisations side by side, with a word for each line on whether they agree.
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { DoubtfulPair } from "../../api/identity_types";
import type { Organisation } from "../../api/types";
import type { Format } from "../../format/use_format";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { OutsideLink } from "../../parts/outside_link";
import { agreement_of } from "./agreement";

type Line = "name" | "aliases" | "country" | "address" | "website" | "pic" | "oid" | "vat" | "projects";
const LINES: readonly Line[] = ["name", "aliases", "country", "address", "website", "pic", "oid", "vat", "projects"];
/** Of these it says something whether both have the same. */
const COMPARED: ReadonlySet<Line> = new Set(["country", "address", "website", "pic", "oid", "vat"]);

/**
 * On phones the two sides stand below what is compared. The roles are said because rows are shown as blocks there, and a
 * table that is shown as blocks is none for a screen reader otherwise.
 */
export function PairTable({ pair, caption }: { pair: DoubtfulPair; caption: string }) {
  const t = useMessages();
  const words = t.identity;
  const format = useFormat();
  return (
    <div className="table-scroll" role="group" aria-label={caption} tabIndex={0}>
      <table className="table identity-table" role="table">
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">{words.compared}</th>
            <th role="columnheader" scope="col">{words.agreement_column}</th>
            <th role="columnheader" scope="col">{words.side.one}</th>
            <th role="columnheader" scope="col">{words.side.other}</th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {LINES.filter((line) => text_of(pair.one, line) !== "" || text_of(pair.other, line) !== "").map((line) => (
            <tr key={line} role="row">
              <th role="rowheader" scope="row">{words.row[line]}</th>
              <td role="cell">
                <Agreement line={line} pair={pair} />
              </td>
              <td role="cell">{shown(pair.one, line, format)}</td>
              <td role="cell">{shown(pair.other, line, format)}</td>
            </tr>
          ))}
          <tr role="row">
            <th role="rowheader" scope="row">{words.row.newest}</th>
            <td role="cell" />
            <td role="cell">
              <Newest organisation={pair.one} />
            </td>
            <td role="cell">
              <Newest organisation={pair.other} />
            </td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}

function Agreement({ line, pair }: { line: Line; pair: DoubtfulPair }) {
  const words = useMessages().identity;
  if (!COMPARED.has(line)) return null;
  const agreement = agreement_of(text_of(pair.one, line), text_of(pair.other, line));
  return <span className={`identity-${agreement}`}>{words.agreement[agreement]}</span>;
}

function text_of(organisation: Organisation, line: Line): string {
  switch (line) {
    case "aliases":
      return organisation.aliases.join("; ");
    case "address":
      return [organisation.street, [organisation.post_code, organisation.city].filter(Boolean).join(" ")].filter(Boolean).join(", ");
    case "projects":
      return String(organisation.project_count);
    default:
      return organisation[line];
  }
}

function shown(organisation: Organisation, line: Line, format: Format): ReactNode {
  const text = text_of(organisation, line);
  switch (line) {
    case "name":
      return (
        <Link to="/organisations/$id" params={{ id: organisation.id }}>
          {text}
        </Link>
      );
    case "country":
      return text && format.country(text);
    case "website":
      return text && <OutsideLink url={text} />;
    case "projects":
      return format.number(organisation.project_count);
    case "aliases":
      return organisation.aliases.map((alias) => <div key={alias}>{alias}</div>);
    default:
      return text;
  }
}

function Newest({ organisation }: { organisation: Organisation }) {
  return (
    <ul className="identity-projects">
      {organisation.projects.map(({ id, acronym, title, start }) => (
        <li key={id}>
          <Link to="/projects/$id" params={{ id }} title={title}>
            {acronym || title || id}
          </Link>
          {start && ` (${start.slice(0, 4)})`}
        </li>
      ))}
    </ul>
  );
}
