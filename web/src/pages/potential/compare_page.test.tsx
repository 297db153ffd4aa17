// @vitest-environment jsdom
// Innovations side by side as a visitor and the officer of a national agency meet them, against an API that is answered here.
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { POTENTIAL_PARTS, type Comparison, type PartOfPotential, type Potential } from "../../api/potential_types";
import { answered_api, open_page } from "../testing/answered_api";

const unknown = POTENTIAL_PARTS.map((part): PartOfPotential => ({
  part, strength: "unknown", reasons: [{ code: "no_pilot", numbers: [], names: [], text: "" }], source: "", changed: null, coverage: { known: 0, of: 0 }, rows: [],
}));
const mentors: Potential = {
  innovation: { id: 7, title: "Mentors", stage: "assessment", standing: "active" }, state: "PT", as_of: "2026-11-29", parts: unknown, case_here: null,
  facts: {
    evidence: { level: 0, there: [], wanted: [], reported_pilots: { better: 0, unclear: 0, worse: 0 } },
    effect: { outcomes: [], leading: null },
    transferability: { states: [], i_squared: null, prediction: null, pilot_size: null },
    scalability: { case: null, checklist: [] }, cost: { in_words: null }, readiness: { application: null, items: [] },
    adoption: { using: 0, states_using: 0, heard: 0, ever_adopted: 0, using_here: 0, heard_here: 0 },
    forecast: { whole_years: 0, points: [], from: null, to: null, model: null, why_not: { code: "too_few_periods", text: "" } },
  },
};
const looms: Potential = {
  ...mentors, innovation: { ...mentors.innovation, id: 9, title: "Looms" }, case_here: { id: 3, member_state: "PT", state: "submitted" },
  parts: unknown.map((part) => part.part === "readiness" ? {
    ...part, strength: "weak", coverage: { known: 2, of: 2 }, rows: [{ name: "Framework", page: "/applications/PT/1.0.0" }],
    reasons: [{ code: "far_items", numbers: [], names: ["E4", "P7"], text: "" }, { code: "tried_here", numbers: [0.4, 0.1, 0.7], names: ["PT"], text: "" }] } : part),
};
const named: Potential = {
  ...looms, facts: { ...looms.facts, readiness: { application: "/applications/PT/1.0.0", items: [{ key: "E4", name: "Resources", level: "ad_hoc", target: null, levels_missing: null, is_ready: false }] } },
};
const comparison: Comparison = { state: "PT", as_of: "2026-11-29", options: [mentors, named] };
const ADDRESS = "/compare?state=PT&innovation=7&innovation=9";

const api = answered_api(() => ({
  "/api/v1/comparison?state=PT&innovation=7&innovation=9": comparison,
  "/api/v1/innovations?standing=active&limit=100": { total: 0, innovations: [], next: null },
}));

it("says of each part why, with what it rests on, and leads to the case that there is", async () => {
  open_page(ADDRESS);
  const table = within(await screen.findByRole("table", { name: "Compare innovations for Portugal" }));
  const readiness = within(table.getByRole("row", { name: /^Readiness of the state/ }));
  expect(readiness.getByText("Absent or ad hoc there: Resources (E4), P7.")).toBeTruthy();
  expect(readiness.getByText("In Portugal it found +0.40 (+0.10 to +0.70).")).toBeTruthy();
  expect(readiness.getByRole("link", { name: "Framework", hidden: true }).getAttribute("href")).toBe("/applications/PT/1.0.0");
  expect(readiness.getByText("Weak")).toBeTruthy();
  expect(readiness.getByText("Not known")).toBeTruthy();
  expect(screen.getByText(/Nobody knows yet. That is not the same as weak/)).toBeTruthy();
  expect(table.getByRole("link", { name: "Open the case" }).getAttribute("href")).toBe("/mainstreaming/3");
  expect(table.getByText(/or an officer of the state's national agency, can prepare one/)).toBeTruthy();
  expect(table.queryByRole("button", { name: /Prepare a case/ })).toBeNull();
}, 60_000);

it("lets the officer of the state prepare a case with the state filled in", async () => {
  api.answers["/api/v1/account"] = { account: { person: 4, name: "Rui", mail: "rui@example.org", grants: [{ role: "national_agency_officer", scope: "PT" }] }, csrf_token: "x" };
  open_page(ADDRESS);
  await userEvent.click(await screen.findByRole("button", { name: "Prepare a case: Mentors" }));
  const form = within(screen.getByRole("region", { name: "Prepare a case for Portugal: Mentors" }));
  await userEvent.type(form.getByLabelText("Competent authority"), "Ministry");
  await userEvent.click(form.getAllByRole("button").at(-1)!);
  expect(api.written).toMatchObject([{ method: "POST", path: "/api/v1/mainstreaming", body: { innovation: 7, member_state: "PT", competent_authority: "Ministry" } }]);
}, 60_000);

it("asks for a state and an innovation where the address has none", async () => {
  open_page("/compare");
  expect(await screen.findByText("Choose at least one innovation.")).toBeTruthy();
  expect(screen.getByText("Choose a Member State to see what is known there.")).toBeTruthy();
  expect(screen.queryByRole("table")).toBeNull();
}, 60_000);
