// Numbers, money, dates and names of countries and languages in the reader's language.
import { useMemo } from "react";
import type { Messages } from "../messages/en";
import { useMessages } from "../messages/messages";
import { day_of, type Duration } from "./dates";

export interface Format {
  number(n: number): string;
  /** With so many digits behind the point. */
  decimal(n: number, digits: number): string;
  percent(part: number): string;
  money(euros: number): string;
  /** "1 Nov 2015"; null where unknown. */
  date(date: string | null): string | null;
  /** "1 Nov 2015 – 31 Oct 2017", also with one side unknown; null where both are. */
  dates(start: string | null, end: string | null): string | null;
  moment(timestamp: string): string;
  duration(duration: Duration): string;
  country(code: string): string;
  language(code: string): string;
}

export function new_format(t: Messages): Format {
  const number = new Intl.NumberFormat(t.locale);
  const percent = new Intl.NumberFormat(t.locale, { style: "percent" });
  const money = new Intl.NumberFormat(t.locale, { style: "currency", currency: "EUR", maximumFractionDigits: 0 });
  const date = new Intl.DateTimeFormat(t.locale, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
  const moment = new Intl.DateTimeFormat(t.locale, { dateStyle: "medium", timeStyle: "short" });
  const countries = new Intl.DisplayNames(t.locale, { type: "region", fallback: "code" });
  const languages = new Intl.DisplayNames(t.locale, { type: "language", fallback: "code" });
  const write_date = (text: string | null) => {
    const day = day_of(text);
    // "Sept" is what en-IE says; three letters like the other months.
    return day === null ? null : date.format(day).replace("Sept ", "Sep ");
  };
  return {
    number: (n) => number.format(n),
    decimal: (n, digits) => n.toLocaleString(t.locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }),
    percent: (part) => percent.format(part),
    money: (euros) => money.format(euros),
    date: write_date,
    dates: (start, end) => {
      const [from, to] = [write_date(start), write_date(end)];
      if (from === null && to === null) return null;
      return `${from ?? "?"} – ${to ?? "?"}`;
    },
    moment: (timestamp) => {
      const ms = Date.parse(timestamp);
      return Number.isNaN(ms) ? timestamp : moment.format(ms);
    },
    duration: ({ years, months, days }) => {
      if (years > 0 && months > 0) return t.count.and(t.count.years(years), t.count.months(months));
      if (years > 0) return t.count.years(years);
      return months > 0 ? t.count.months(months) : t.count.days(days);
    },
    country: (code) => name_in(countries, code),
    language: (code) => name_in(languages, code),
  };
}

function name_in(names: Intl.DisplayNames, code: string): string {
  try {
    return names.of(code) ?? code;
  } catch {
    return code; // not a code at all: shown as published
  }
}

export function useFormat(): Format {
  const t = useMessages();
  return useMemo(() => new_format(t), [t]);
}
