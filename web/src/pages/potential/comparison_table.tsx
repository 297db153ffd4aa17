import { Link } from "@tanstack/react-router";
import { holds, useAccount } from "../../api/session";
import { POTENTIAL_PARTS, type Comparison, type Potential, type PotentialPart } from "../../api/potential_types";
import { useMessages } from "../../messages/messages";
import { PartReading } from "./part_reading";

interface ComparisonTableProps {
  comparison: Comparison;
  on_prepare: (innovation: number) => void;
}

/**
 * Each part a row, each innovation a column. The roles are said because phones show rows as blocks, and a table that is
 * shown as blocks is none for a screen reader otherwise.
 */
export function ComparisonTable({ comparison, on_prepare }: ComparisonTableProps) {
  const t = useMessages();
  const { options } = comparison;
  return (
    <table className="table comparison" role="table" aria-labelledby="comparison">
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col" className="comparison-part">
            {t.potential.compare.column_part}
          </th>
          {options.map(({ innovation }) => (
            <th role="columnheader" scope="col" key={innovation.id}>
              <Link to="/innovations/$id/potential" params={{ id: String(innovation.id) }} search={{ state: comparison.state }}>
                {innovation.title}
              </Link>
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {POTENTIAL_PARTS.map((part) => (
          <PartRow key={part} part={part} options={options} />
        ))}
        <tr role="row">
          <th role="rowheader" scope="row" className="comparison-part">
            {t.potential.compare.case}
          </th>
          {options.map((option) => (
            <td role="cell" key={option.innovation.id}>
              <OptionName option={option} />
              <CaseOfOption option={option} state={comparison.state} on_prepare={on_prepare} />
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}

function PartRow({ part, options }: { part: PotentialPart; options: Potential[] }) {
  const t = useMessages();
  return (
    <tr role="row">
      <th role="rowheader" scope="row" className="comparison-part">
        {t.potential.part[part]}
      </th>
      {options.map((option) => (
        <td role="cell" key={option.innovation.id}>
          <OptionName option={option} />
          {option.parts
            .filter((reading) => reading.part === part)
            .map((reading) => (
              <PartReading key={part} part={reading} potential={option} />
            ))}
        </td>
      ))}
    </tr>
  );
}

/** On phones, where no column heads it. */
function OptionName({ option }: { option: Potential }) {
  return <span className="cell-option">{option.innovation.title}</span>;
}

const OFFICERS = ["national_agency_officer"];

function CaseOfOption({ option, state, on_prepare }: { option: Potential; state: string; on_prepare: (innovation: number) => void }) {
  const t = useMessages();
  const account = useAccount();
  const { innovation, case_here } = option;
  if (case_here) {
    return (
      <p>
        {t.mainstreaming.state[case_here.state]}.{" "}
        <Link to="/mainstreaming/$id" params={{ id: String(case_here.id) }}>
          {t.potential.compare.open_case}
        </Link>
      </p>
    );
  }
  // The server decides who of the innovators belongs to the team.
  const may_prepare = holds(account, OFFICERS, state) || holds(account, ["innovator"]);
  if (!may_prepare) return <p className="missing">{t.potential.compare.who_prepares}</p>;
  return (
    <button type="button" className="button" aria-label={t.potential.compare.prepare(innovation.title)} onClick={() => on_prepare(innovation.id)}>
      {t.potential.compare.prepare_here}
    </button>
  );
}
