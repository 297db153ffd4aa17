import type { Panel, PanelReviewer } from "../../api/panel_types";
import { useMessages } from "../../messages/messages";

/** Who scores at the gate at hand and how far they are; names and declarations are for the chair. */
export function ReviewerTable({ panel }: { panel: Panel }) {
  const t = useMessages();
  return (
    <section aria-labelledby="reviewers">
      <h2 id="reviewers">{t.panels.reviewers}</h2>
      <p>{panel.kind === "open" ? t.panels.kind_open : t.panels.kind_assigned}</p>
      {panel.reviewers.length === 0 ? (
        <p className="missing">{t.panels.nobody_yet}</p>
      ) : (
        <div className="table-scroll" role="group" aria-labelledby="reviewers" tabIndex={0}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t.panels.column_reviewer}</th>
                <th scope="col">{t.panels.column_standing}</th>
                <th scope="col">{t.panels.column_submitted}</th>
              </tr>
            </thead>
            <tbody>
              {panel.reviewers.map((reviewer) => (
                <tr key={reviewer.number}>
                  <th scope="row">
                    {reviewer.name ?? t.panels.reviewer(reviewer.number)}
                    {reviewer.is_you && ` (${t.panels.you})`}
                  </th>
                  <td>
                    {reviewer.standing && t.panels.standing[reviewer.standing]}
                    {reviewer.declaration && <p className="field-hint">{reviewer.declaration}</p>}
                  </td>
                  <td>{submitted_words(reviewer, panel.calibration > 0, t.panels)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function submitted_words(reviewer: PanelReviewer, calibrates: boolean, words: ReturnType<typeof useMessages>["panels"]): string {
  if (reviewer.standing === "recused") return "–";
  if (!reviewer.has_submitted) return words.not_submitted;
  if (!calibrates) return words.submitted;
  return reviewer.has_calibrated ? words.calibrated : words.not_calibrated;
}
