import type { Project } from "../../api/types";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";

/** Which source said what, folded: for who wants to check. */
export function Provenance({ provenance }: { provenance: Project["provenance"] }) {
  const t = useMessages();
  const format = useFormat();
  if (provenance.length === 0) return null;
  const column = t.project.provenance_column;
  return (
    <details className="folded">
      <summary>
        <h2>{t.project.provenance}</h2>
      </summary>
      <p>{t.project.provenance_intro}</p>
      <div className="table-scroll" role="group" aria-label={t.project.provenance} tabIndex={0}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{column.field}</th>
              <th scope="col">{column.source}</th>
              <th scope="col">{column.file}</th>
              <th scope="col" className="number">
                {column.run}
              </th>
              <th scope="col">{column.imported}</th>
            </tr>
          </thead>
          <tbody>
            {provenance.map((entry, place) => (
              <tr key={place}>
                <th scope="row">{entry.field}</th>
                <td>
                  {entry.source} {entry.key}
                </td>
                <td className="file-name">{entry.file}</td>
                <td className="number">{entry.run}</td>
                <td className="date">{format.moment(entry.imported)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

/** What newer imports changed. */
export function History({ history }: { history: Project["history"] }) {
  const t = useMessages();
  const format = useFormat();
  const column = t.project.history_column;
  return (
    <details className="folded">
      <summary>
        <h2>{t.project.history}</h2>
      </summary>
      {history.length === 0 ? (
        <p className="missing">{t.project.history_none}</p>
      ) : (
        <div className="table-scroll" role="group" aria-label={t.project.history} tabIndex={0}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{column.when}</th>
                <th scope="col">{column.field}</th>
                <th scope="col">{column.before}</th>
                <th scope="col">{column.after}</th>
              </tr>
            </thead>
            <tbody>
              {history.map((change, place) => (
                <tr key={place}>
                  <th scope="row" className="date">
                    {format.moment(change.when)}
                  </th>
                  <td>{change.field}</td>
                  <td className="changed-text">{change.before || t.project.empty_value}</td>
                  <td className="changed-text">{change.after || t.project.empty_value}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </details>
  );
}
