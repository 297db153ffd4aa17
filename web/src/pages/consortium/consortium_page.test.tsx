// @vitest-environment jsdom
// A consortium as a visitor builds it, against an API that is answered here.
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import type { ConsortiumCheck, ConsortiumRules, Outcome } from "../../api/consortium_types";
import { answered_api, open_page } from "../testing/answered_api";
import { read_draft, with_member } from "./use_consortium";

const rule = {
  rule: "countries", kind: "countries" as const, text: { en: "From three countries", de: "Aus drei Ländern" }, comment: null, check_against_call: true, at_least: 3, at_most: null,
};
const set = { name: "erasmus-ka220", title: { en: "Cooperation partnerships" }, programme: "Erasmus+", action: "KA220", sources: [{ document: "Guide", year: "2025", part: "B", address: null }] };
const rules: ConsortiumRules = { rule_sets: [{ ...set, rules: [rule] }], country_groups: {}, organisation_types: ["school"], roles: ["coordinator", "partner", "associated_partner"] };
const outcome: Outcome = { ...rule, verdict: "failed", reason: "", found: { low: 1, high: 1 }, organisations: [0], against: [], countries: ["PT"], missing: [] };
const check: ConsortiumCheck = { rules: set, verdict: "failed", organisations: [], outcomes: [outcome] };
const organisation = { id: "12-escola", name: "Escola", country: "PT", type: "school" };

const api = answered_api(() => ({ "/api/v1/consortium/rules": rules, "/api/v1/organisations/12?limit=1": organisation }));

beforeEach(() => {
  localStorage.clear();
  const answered = globalThis.fetch;
  vi.stubGlobal("fetch", async (path: string, request?: RequestInit) => {
    const reply = await answered(path, request);
    if (path !== "/api/v1/consortium/check") return reply;
    return new Response(JSON.stringify(check), { headers: { "content-type": "application/json" } });
  });
});

const last_asked = () => api.written.filter(({ path }) => path.endsWith("/check")).at(-1)?.body as { organisations: { name: string; role?: string }[] } | undefined;

it("takes over what a link brings and judges it", async () => {
  open_page("/consortium?rules=erasmus-ka220&organisation=12");
  expect(await screen.findByRole("rowheader", { name: "Escola" })).toBeTruthy();
  expect(await screen.findByText("At least one rule is broken.")).toBeTruthy();
  expect(screen.getByText("From three countries")).toBeTruthy();
  expect(screen.getByText("Countries: Portugal.")).toBeTruthy();
  expect(screen.getByText(/Check this against the call/)).toBeTruthy();
  await vi.waitFor(() => expect(last_asked()?.organisations).toEqual([{ name: "Escola", organisation: "12", country: "PT", type: "school", role: "coordinator" }]));
}, 60_000);

it("asks about what is typed by hand, and leaves out what is unknown", async () => {
  const user = userEvent.setup();
  open_page("/consortium");
  await user.type(await screen.findByLabelText("Organisation"), "Kammer");
  await user.click(screen.getByRole("button", { name: "Add" }));
  const row = within(await screen.findByRole("row", { name: /Kammer/ }));
  await user.selectOptions(row.getByLabelText("Country of Kammer"), "AT");
  await vi.waitFor(() => expect(last_asked()?.organisations).toEqual([{ name: "Kammer", country: "AT", role: "coordinator" }]));
  await user.click(row.getByRole("button", { name: "Remove: Kammer" }));
  expect(await screen.findByText(/Nobody is in it yet/)).toBeTruthy();
  expect(screen.getByText("Removed: Kammer").getAttribute("role")).toBe("status");
  expect(document.activeElement).toBe(screen.getByRole("heading", { name: "In the consortium" }));
}, 60_000);

it("never has an organisation of the catalogue twice, and reads nothing that is not a draft", () => {
  const member = { organisation: "12", name: "Escola", country: "PT", type: null, role: "partner", budget_eur: null, newcomer: null };
  const once = with_member([], member, null);
  expect(with_member(once, member, null)).toBe(once);
  expect(once[0]!.role).toBe("coordinator");
  expect(read_draft("nonsense").entries).toEqual([]);
  expect(read_draft(JSON.stringify({ rules: "a", entries: [{ key: 1 }, once[0]] })).entries).toEqual(once);
});
