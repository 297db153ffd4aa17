import { expect, it } from "vitest";
import type { Outcome } from "../../api/consortium_types";
import { new_format } from "../../format/use_format";
import { de } from "../../messages/de";
import { en } from "../../messages/en";
import { outcome_words } from "./outcome_words";

const format = new_format(en);
const members = [{ name: "Escola" }, { name: "Kammer" }];
const outcome: Outcome = {
  rule: "countries", kind: "countries", text: { en: "From three countries" }, comment: null, check_against_call: false, at_least: 3, at_most: null,
  verdict: "unjudged", reason: "", found: { low: 1, high: 2 }, organisations: [0], against: [], countries: ["PT"], missing: [{ organisation: 1, field: "country" }],
};

it("says what was found, where, and what is not known, in the reader's language", () => {
  expect(outcome_words(outcome, members, en, format)).toEqual(["Found: between 1 country and 2 countries.", "Countries: Portugal.", "Not known: country of Kammer."]);
  expect(outcome_words(outcome, members, de, new_format(de))[2]).toBe("Nicht bekannt: Land von Kammer.");
});

it("writes money as money, leaves an open end open, and names who breaks a rule", () => {
  const budget: Outcome = { ...outcome, kind: "budget_total", found: { low: 60000, high: null }, countries: [], missing: [], against: [0, 1] };
  expect(outcome_words(budget, members, en, format)).toEqual(["Found: €60,000 or more.", "Because of: Escola and Kammer."]);
});

it("tells people to check what the data cannot tell", () => {
  expect(outcome_words({ ...outcome, kind: "by_hand", found: null }, members, en, format)).toEqual(["Nothing here can tell. Check it yourself."]);
});
