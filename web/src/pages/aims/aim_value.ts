// Values of the two aims in words of the reader, and the heights of a chart.
import type { AimUnit, YearFigure } from "../../api/aims_types";
import type { Messages } from "../../messages/en";

/** Shares with one decimal, so that a small one does not read as none. */
export function value_in_words(value: number, unit: AimUnit, t: Messages): string {
  const format = new Intl.NumberFormat(t.locale, { maximumFractionDigits: 1, ...(unit === "share" && { style: "percent" }) });
  const text = format.format(value);
  return unit === "days" ? t.count.days(Math.round(value)) : text;
}

/** The newest year of which something is known. */
export function newest_known(years: YearFigure[]): YearFigure | undefined {
  return [...years].reverse().find(({ value }) => value !== null);
}

/** Of each year its part of the highest, from 0 to 1; null where nothing is known. */
export function heights(years: YearFigure[]): (number | null)[] {
  const highest = Math.max(...years.map(({ value }) => value ?? 0));
  return years.map(({ value }) => (value === null ? null : highest === 0 ? 0 : Math.max(value, 0) / highest));
}
