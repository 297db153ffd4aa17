// @vitest-environment jsdom
// The page of a pilot as a visitor and its lead meet it, against an API that is answered here.
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import type { Pilot, PilotEffect, ProtocolContent } from "../../api/pilot_types";
import { answered_api, open_page } from "../testing/answered_api";

const content: ProtocolContent = {
  title: "Do mentors help?", question: "?", design: "individually_randomised", unit: "learner", treated_arm: "A mentor", control_arm: "None",
  outcomes: [{ name: "Score", instrument: "Test", timing: "End", is_primary: true, is_attainment: true, lower_is_better: false }],
  planned_treated: 40, planned_control: 40, learners_in_a_group: 1, intraclass_correlation: 0, pre_post_correlation: 0.5, analysis_plan: "g", stopping_rule: "Harm",
};
const running: Pilot = {
  id: 3, site: "Escola 1", member_state: "PT", state: "running", revision: 4, planned: "2026-01-01T00:00:00Z", changed: "2026-01-02T00:00:00Z",
  innovation: { id: 7, title: "Mentors" }, protocol: { id: 2, state: "registered", content }, lead: null, flow: [], data: null, is_suppressed: true,
  effects: [], moves: [], next: [{ act: "lock_data", to: "data_locked", who: ["evaluator"], missing: ["participant_flow", "outcome_data"], to_state: [] }],
  your_roles: [], handovers: [], may_lead: [],
};
const effect = (low: number, high: number): PilotEffect => ({
  outcome: "Score", is_primary: true, is_exploratory: false, measure: "hedges_g", value: (low + high) / 2, variance: 0.04, interval: [low, high],
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
