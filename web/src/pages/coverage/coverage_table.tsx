import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { FacetName } from "../../address/search_address";
import type { CoverageRow } from "../../api/types";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { Choice } from "../../parts/choice";
import { GROUPS, sums_by, total_of, type CoverageSum, type Group } from "./coverage_rows";

const ALL = "*";
const FACET: Record<Group, FacetName> = { programme: "programme", year: "year", country: "coordinator_country" };

export function CoverageTable({ rows }: { rows: CoverageRow[] }) {
  const t = useMessages();
  const format = useFormat();
  const [group, set_group] = useState<Group>("programme");
  const [programme, set_programme] = useState(ALL);
  const programmes = sums_by(rows, "programme").map(({ key }) => key);
  const chosen = group === "programme" || programme === ALL ? rows : rows.filter((row) => row.programme === programme);
  const total = total_of(chosen);

  const name = (key: string) => (key === "" ? t.unknown : group === "country" ? format.country(key) : key);
  const cells = (sum: CoverageSum) => (
    <>
      <td className="number">{format.number(sum.projects)}</td>
      <Share part={sum.with_summary} of={sum.projects} />
      <Share part={sum.with_participations} of={sum.projects} />
    </>
  );

  return (
    <section aria-labelledby="covered">
      <h2 id="covered">{t.coverage.table}</h2>
      <div className="coverage-choices">
        <Choice
          label={t.coverage.group_by}
          value={group}
          options={GROUPS.map((value) => ({ value, label: t.coverage.group[value] }))}
          on_choose={set_group}
        />
        {group !== "programme" && (
          <Choice
            label={t.coverage.only_programme}
            value={programme}
            options={[
              { value: ALL, label: t.coverage.all_programmes },
              ...programmes.map((value) => ({ value, label: value || t.unknown })),
            ]}
            on_choose={set_programme}
          />
        )}
      </div>
      <div className="table-scroll" role="group" aria-labelledby="covered" tabIndex={0}>
        <table className="table coverage-table">
          <thead>
            <tr>
              <th scope="col">{t.coverage.group[group]}</th>
              <th scope="col" className="number">
                {t.coverage.column_projects}
              </th>
              <th scope="col" className="number">
                {t.coverage.column_summary}
              </th>
              <th scope="col" className="number">
                {t.coverage.column_participations}
              </th>
            </tr>
          </thead>
          <tbody>
            {sums_by(chosen, group).map((sum) => (
              <tr key={sum.key}>
                <th scope="row">
                  <Link
                    to="/"
                    search={{
                      filters: {
                        [FACET[group]]: [sum.key || "unknown"],
                        ...(group !== "programme" && programme !== ALL && { programme: [programme || "unknown"] }),
                      },
                    }}
                  >
                    {name(sum.key)}
                  </Link>
                </th>
                {cells(sum)}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t.coverage.total_row}</th>
              {cells(total)}
            </tr>
          </tfoot>
        </table>
      </div>
    </section>
  );
}

function Share({ part, of }: { part: number; of: number }) {
  const t = useMessages();
  const format = useFormat();
  return (
    <td className="number">
      {of === 0 ? format.number(part) : t.coverage.share(format.number(part), format.percent(part / of))}
    </td>
  );
}
