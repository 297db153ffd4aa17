// The consortium as a table for the application form, and for `tributary consortium check`. A text that a spreadsheet would run as a
// formula stands behind an apostrophe (OWASP, CSV Injection).
import type { Entry } from "../../api/consortium_queries";

const COLUMNS = ["name", "country", "type", "role", "budget_eur", "newcomer", "organisation", "score"] as const;

/** RFC 4180, with a header. What is unknown is empty. */
export function consortium_csv(entries: Entry[]): string {
  const lines = entries.map((entry) => COLUMNS.map((column) => cell(entry[column])).join(","));
  return [COLUMNS.join(","), ...lines, ""].join("\r\n");
}

function cell(value: string | number | boolean | null): string {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "yes" : "no";
  const text = typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
