// @vitest-environment jsdom
// The page of a pilot as a visitor and its lead meet it, against an API that is answered here.
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import type { Pilot, PilotEffect, ProtocolContent } from "../../api/pilot_types";
import { answered_api, open_page } from "../testing/answered_api";

const content: ProtocolContent = {
  title: "Do mentors help?", question: "?", design: "individually_randomised", unit: "learner", treated_arm: "A mentor", control_arm: "None",
  outcomes: [{ name: "Score", instrument: "Test", timing: "End", is_primary: true, is_attainment: true, lower_is_better: false, kind: "measure" }],
  planned_treated: 40, planned_control: 40, learners_in_a_group: 1, intraclass_correlation: 0, pre_post_correlation: 0.5, analysis_plan: "g", stopping_rule: "Harm",
};
const running: Pilot = {
  id: 3, site: "Escola 1", member_state: "PT", state: "running", revision: 4, planned: "2026-01-01T00:00:00Z", changed: "2026-01-02T00:00:00Z",
  innovation: { id: 7, title: "Mentors" }, protocol: { id: 2, state: "registered", content }, lead: null, flow: [], data: null, is_suppressed: true,
  effects: [], delivery: null, registered_texts: [{ number: 1, sha256: "cd34", at: "2026-01-01T00:00:00Z" }], moves: [], next: [{ act: "lock_data", to: "data_locked", who: ["evaluator"], missing: ["participant_flow", "outcome_data"], to_state: [] }],
  your_roles: [], handovers: [], may_lead: [],
};
const effect = (low: number, high: number): PilotEffect => ({
  outcome: "Score", is_primary: true, is_exploratory: false, measure: "hedges_g", value: (low + high) / 2, variance: 0.04, interval: [low, high],
  finding: low > 0 ? "better" : high < 0 ? "worse" : "unclear", lower_is_better: false, exact_within: null, share: null, months_of_progress: { value: 7, interval: [3, 12] }, no_months: null,
  degrees_of_freedom: 98, correction: "exact", design_effect: 1, probability_better: 0.66, protocol_text: 1, input_sha256: "ab12" });
const arm = { assigned: 60, started: null, measured: null, analysed: 50, never_started: null, not_measured: null, not_analysed: null, attrition: 1 / 6 };
const lead: Pilot = { ...running, your_roles: ["pilot_lead"], is_suppressed: false };
const api = answered_api(() => ({ "/api/v1/pilots/3": running }));

it.each([
  [effect(0.2, 0.9), "On “Score” learners with it did better."],
  [effect(-0.9, -0.2), "On “Score” learners with it did worse."],
  [effect(-0.1, 0.5), "On “Score” this pilot cannot tell whether it helps or harms."],
])("says in one sentence what the interval allows", async (found, sentence) => {
  api.answers["/api/v1/pilots/3"] = { ...running, state: "reported", next: [], effects: [found], flow: [{ arm: "treated", ...arm }, { arm: "control", ...arm }] };
  open_page("/pilots/3");
  const result = within(await screen.findByRole("region", { name: "What was found" }));
  expect(result.getByText(sentence)).toBeTruthy();
  expect(result.getByText(/66% of pairs/)).toBeTruthy();
  expect(result.getByText(/17% of those with it and 17% of those without/)).toBeTruthy();
}, 60_000);

it("tells a share as learners of 100, also where fewer is better, and what it cost", async () => {
  const passed: PilotEffect = {
    ...effect(0.03, 0.21), value: 0.12, measure: "risk_difference", probability_better: null, months_of_progress: null, no_months: "share",
    share: { treated: { events: 40, learners: 50 }, control: { events: 34, learners: 50 }, risk_ratio: { value: 1.18, interval: [0.93, 1.48] }, odds_ratio: null } };
  const left: PilotEffect = { ...passed, outcome: "Left early", lower_is_better: true, ...{ value: 0.04, interval: [-0.02, 0.1] }, finding: "unclear", share: null, exact_within: 0.02, input_sha256: null };
  api.answers["/api/v1/pilots/3"] = { ...running, state: "reported", next: [], effects: [passed, left], delivery: {
    costs: [], has_costs: true, learners: null, sessions_planned: 20, sessions_delivered: 18, fidelity: 0.9, context: "In a strike", total_eur: null, running_eur: null, per_learner_eur: 42.5 } };
  open_page("/pilots/3");
  expect(await screen.findByText("On “Score” learners with it did better: 12 more of 100 learners, between 3 and 21.")).toBeTruthy();
  expect(screen.getByText("On “Left early” this pilot cannot tell whether it helps or harms: 4 fewer of 100 learners, between 10 fewer and 2 more.")).toBeTruthy();
  expect(screen.getByText(/True of 40 of 50 learners with it and of 34 of 50 without it. Risk ratio 1.18/)).toBeTruthy();
  expect(screen.getByText(/up to 2 of 100 learners off/)).toBeTruthy();
  expect(screen.getAllByText(/Not told in months of progress: it is yes or no/)).toHaveLength(2);
  const took = within(screen.getByRole("region", { name: "What it took" }));
  expect(took.getByText("€42.50 per learner.")).toBeTruthy();
  expect(took.getByText(/The sum is left out/)).toBeTruthy();
  expect(took.getByText("18 of 20 planned sessions were held (90%).")).toBeTruthy();
}, 60_000);

it("puts the report together: the sentence, the checksum of what was declared, and what it does not show", async () => {
  api.answers["/api/v1/pilots/3"] = { ...running, state: "reported", next: [], effects: [effect(-0.9, -0.2)], flow: [{ arm: "treated", ...arm }, { arm: "control", ...arm }],
    moves: [{ act: "report", from: "analysed", to: "reported", reasons: "It did harm.", at: "2026-02-01T00:00:00Z", by: null }] };
  open_page("/pilots/3/report");
  const short = within(await screen.findByRole("region", { name: "In short" }));
  expect(short.getByText(/^On “Score” learners with it did worse\. A learner with it does better/)).toBeTruthy();
  expect(screen.getByText("It did harm.")).toBeTruthy();
  expect(screen.getByText("SHA-256 cd34")).toBeTruthy();
  expect(screen.getByText(/7 ahead/)).toBeTruthy();
  expect(screen.getByRole("heading", { name: "What it does not show" })).toBeTruthy();
  expect(screen.getByText("Costs and sessions are not told yet.")).toBeTruthy();
  expect(screen.getByRole("img", { name: "Participants" })).toBeTruthy();
}, 60_000);

it("sends costs and sessions, and leaves out what was not told", async () => {
  api.answers["/api/v1/pilots/3"] = lead;
  const user = userEvent.setup();
  open_page("/pilots/3");
  await user.click(await screen.findByText("Enter costs and sessions"));
  await user.click(screen.getByRole("button", { name: "Add a cost" }));
  await user.selectOptions(screen.getByLabelText("Kind of cost"), "Staff time");
  await user.type(screen.getByLabelText("What for"), "Mentor");
  await user.type(screen.getByLabelText("Hours"), "12.5");
  await user.type(screen.getByLabelText("Euro for an hour"), "30");
  await user.click(within(screen.getByLabelText("What for").closest("form")!).getByRole("button", { name: "Save" }));
  await vi.waitFor(() => expect(api.written).toHaveLength(1));
  expect(api.written[0]).toMatchObject({ method: "PUT", path: "/api/v1/pilots/3/delivery", body: {
    revision: 4, costs: [{ kind: "staff_time", what: "Mentor", amount_eur: 30, hours: 12.5 }], sessions_planned: null, sessions_delivered: null, context: "" } });
}, 60_000);

it("tells a stranger that small numbers are left out, and draws who took part", async () => {
  api.answers["/api/v1/pilots/3"] = { ...running, flow: [{ arm: "treated", ...arm }, { arm: "control", ...arm }] };
  open_page("/pilots/3");
  expect(await screen.findByText(/fewer than five learners, and those that would give them away/)).toBeTruthy();
  expect(screen.getByRole("img", { name: "Participants" }).textContent).toContain("Started: –");
  expect(screen.queryByText("Enter participants")).toBeNull();
}, 60_000);

it("takes a lead's table and names line and column of what is wrong", async () => {
  api.answers["/api/v1/pilots/3"] = lead;
  const user = userEvent.setup();
  open_page("/pilots/3");
  await user.click(await screen.findByText("Enter learner by learner"));
  await user.type(screen.getByLabelText("The table, or paste it here"), "learner");
  api.refusal = { status: 422, detail: "the protocol is a draft" };
  const form = within(screen.getByLabelText("The table, or paste it here").closest("form")!);
  await user.click(form.getByRole("button", { name: "Save" }));
  expect((await screen.findByRole("alert")).textContent).toContain("the protocol is a draft");
  expect(api.written[0]).toMatchObject({ method: "PUT", path: "/api/v1/pilots/3/learners", body: { revision: 4, table: "learner" } });
}, 60_000);

it("sends the participants of each group", async () => {
  api.answers["/api/v1/pilots/3"] = lead;
  const user = userEvent.setup();
  open_page("/pilots/3");
  await user.click(await screen.findByText("Enter participants"));
  for (const group of ["With it", "Without it"]) {
    const fields = within(screen.getAllByRole("group", { name: group })[0]!);
    for (const [step, learners] of [["Assigned", "9"], ["Started", "8"], ["Measured", "7"], ["Analysed", "6"]] as const) {
      await user.type(fields.getByLabelText(step), learners);
    }
  }
  await user.click(within(screen.getAllByLabelText("Assigned")[0]!.closest("form")!).getByRole("button", { name: "Save" }));
  await vi.waitFor(() => expect(api.written).toHaveLength(1));
  const counts = { assigned: 9, started: 8, measured: 7, analysed: 6 };
  expect(api.written[0]).toMatchObject({ path: "/api/v1/pilots/3/flow", body: { revision: 4, treated: [counts], control: [counts] } });
}, 60_000);

it("sends a chosen file as it is", async () => {
  api.answers["/api/v1/pilots/3"] = lead;
  const user = userEvent.setup();
  open_page("/pilots/3");
  await user.click(await screen.findByText("Enter learner by learner"));
  const form = within(screen.getByLabelText("The table, or paste it here").closest("form")!);
  await user.upload(form.getByLabelText(/file/i, { selector: "input" }), new File(["learner,arm\n"], "learners.csv", { type: "text/csv" }));
  expect(screen.queryByLabelText("The table, or paste it here")).toBeNull();
  await user.click(form.getByRole("button", { name: "Save" }));
  await vi.waitFor(() => expect(api.written).toHaveLength(1));
  expect(api.written[0]).toMatchObject({ method: "PUT", path: "/api/v1/pilots/3/learners?revision=4" });
  expect((api.written[0]!.body as Blob).size).toBe(12);
}, 60_000);

it("offers who may the pilot leads of the team, and says who led it before", async () => {
  api.answers["/api/v1/pilots/3"] = {
    ...lead,
    may_lead: [{ person: 12, name: "Bela" }, { person: 15, name: "Carla" }],
    handovers: [{ from: "Dora", to: "Anna", reasons: "She moved.", at: "2026-01-02T00:00:00Z", by: "Dora" }],
  };
  const user = userEvent.setup();
  open_page("/pilots/3");
  const before = within(await screen.findByRole("region", { name: "Handed over" }));
  expect(before.getByText(/From Dora to Anna: She moved\./)).toBeTruthy();
  await user.click(screen.getByText("Hand over", { selector: "summary" }));
  await user.selectOptions(screen.getByLabelText("New lead"), "Carla");
  const form = within(screen.getByLabelText("New lead").closest("form")!);
  await user.type(form.getByLabelText(/reasons/i), "I retire.");
  await user.click(form.getByRole("button", { name: "Hand over" }));
  expect(api.written[0]).toMatchObject({ method: "POST", path: "/api/v1/pilots/3/handovers", body: { revision: 4, to: 15, reasons: "I retire." } });
}, 60_000);
