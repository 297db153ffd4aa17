// One measure of an aim: what is known of it now, a bar a year, the same as a table, and the rows behind each figure.
import { useId, useState } from "react";
import type { AimSeries } from "../../api/aims_types";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { SelectField } from "../../parts/form";
import { newest_known, value_in_words } from "./aim_value";
import { FigureRows } from "./figure_rows";
import { usePartName } from "./part_name";
import { YearChart } from "./year_chart";

interface FigureCardProps {
  state: string;
  /** Of one measure, one for each of its parts, at least one. */
  parts: AimSeries[];
}

export function FigureCard({ state, parts }: FigureCardProps) {
  const t = useMessages();
  const part_name = usePartName();
  const heading = useId();
  const [chosen, choose] = useState(parts[0]!.figure);
  const series = parts.find(({ figure }) => figure === chosen) ?? parts[0]!;
  return (
    <section className="aim-figure" aria-labelledby={heading}>
      <h3 id={heading}>{t.aims.measure[series.measure].name}</h3>
      <p className="aim-figure-meaning">{t.aims.measure[series.measure].meaning}</p>
      {parts.length > 1 && (
        <SelectField
          label={t.aims.part}
          name="part"
          error={null}
          value={series.figure}
          options={parts.map((one) => ({ value: one.figure, label: part_name(one) }))}
          on_change={choose}
        />
      )}
      <Newest series={series} />
      <YearChart series={series} />
      <YearTable key={series.figure} state={state} series={series} labelled_by={heading} />
    </section>
  );
}

function Newest({ series }: { series: AimSeries }) {
  const t = useMessages();
  const format = useFormat();
  const newest = newest_known(series.years);
  if (!newest || newest.value === null) return <p className="missing">{t.aims.nothing_known}</p>;
  return (
    <p>
      <strong className="aim-figure-value">{value_in_words(newest.value, series.unit, t)}</strong>{" "}
      {t.aims.as_of(format.date(newest.as_of) ?? newest.as_of)} {t.aims.heard(newest.heard, newest.in_scope)}
    </p>
  );
}

function YearTable({ state, series, labelled_by }: { state: string; series: AimSeries; labelled_by: string }) {
  const t = useMessages();
  const format = useFormat();
  const [opened, open] = useState<number | null>(null);
  return (
    <details>
      <summary>{t.aims.as_table}</summary>
      <p className="missing">{t.aims.source[series.measure]}</p>
      <div className="table-scroll" role="group" aria-labelledby={labelled_by} tabIndex={0}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t.aims.column_year}</th>
              <th scope="col">{t.aims.column_value}</th>
              <th scope="col">{t.aims.column_heard}</th>
              <th scope="col">{t.aims.column_as_of}</th>
              <th scope="col">{t.aims.column_rows}</th>
            </tr>
          </thead>
          <tbody>
            {[...series.years].reverse().map(({ year, value, heard, in_scope, as_of, rows }) => (
              <tr key={year}>
                <th scope="row">{year}</th>
                <td>{value === null ? t.aims.not_known : value_in_words(value, series.unit, t)}</td>
                <td>{t.aims.heard_short(heard, in_scope)}</td>
                <td>{format.date(as_of)}</td>
                <td>
                  {rows === 0 ? (
                    format.number(0)
                  ) : (
                    <button
                      type="button"
                      className="link-button"
                      aria-expanded={opened === year}
                      aria-label={t.aims.open_rows(rows, year)}
                      onClick={() => open(opened === year ? null : year)}
                    >
                      {format.number(rows)}
                    </button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {opened !== null && <FigureRows state={state} series={series} year={opened} />}
    </details>
  );
}
