import type { Agreement, Coefficient } from "../../api/panel_types";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";

/** How far the reviewers agree, with intervals: information, and no pass mark. */
export function AgreementTable({ agreement, of }: { agreement: Agreement; of: string }) {
  const t = useMessages();
  return (
    <>
      <h5>{t.panels.agreement}</h5>
      <p>{t.panels.agreement_why}</p>
      <div className="table-scroll" role="group" aria-label={`${t.panels.agreement}: ${of}`} tabIndex={0}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t.panels.coefficient}</th>
              <th scope="col">{t.panels.value}</th>
              <th scope="col">{t.panels.interval(Math.round(agreement.level * 100))}</th>
            </tr>
          </thead>
          <tbody>
            <CoefficientRow name={t.panels.alpha} coefficient={agreement.alpha} />
            <CoefficientRow name={t.panels.ac2} coefficient={agreement.ac2} />
          </tbody>
        </table>
      </div>
      {agreement.draws !== null && agreement.seed !== null && <p className="field-hint">{t.panels.drawn(agreement.draws, agreement.seed)}</p>}
    </>
  );
}

function CoefficientRow({ name, coefficient: { value, interval } }: { name: string; coefficient: Coefficient }) {
  const t = useMessages();
  const format = useFormat();
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{value === null ? t.panels.not_defined : format.decimal(value, 2)}</td>
      <td>{interval === null ? t.panels.not_defined : t.panels.from_to(format.decimal(interval[0], 2), format.decimal(interval[1], 2))}</td>
    </tr>
  );
}
