// @vitest-environment jsdom
// The panel of an innovation as a visitor, a reviewer and its chair meet it, against an API that is answered here.
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import type { Agreement, Panel, PanelReviewer, PanelRound } from "../../api/panel_types";
import { de } from "../../messages/de";
import { en } from "../../messages/en";
import type { Tongue } from "../../messages/tongues";
import { answered_api, open_page } from "../testing/answered_api";

const rule = {
  number: 4, stage: "identified" as const, criteria: [{ name: "Ethics", must_be_met: true, weight: 1 }, { name: "Relevance", must_be_met: false, weight: 2 }],
  required_assessments: 2, must_meet_score: 2, threshold_hundredths: 200,
};
const reviewer = (number: number, more: Partial<PanelReviewer> = {}): PanelReviewer => ({
  number, person: null, name: null, is_you: false, standing: "declared", declaration: null, has_submitted: true, has_calibrated: false, ...more,
});
const panel: Panel = {
  innovation: { id: 7, title: "Mentors", stage: "identified", standing: "active" }, revision: 9, panel: "north", rule, rubric: null, round: 1, kind: "assigned",
  calibration: 0, calibrated: { have: 0, needed: 0 }, reviewers: [reviewer(1), reviewer(2)], candidates: [],
  rounds: [{ round: 1, stage: "identified", outcome: null, decided: null }], why_scores_hidden: "they are for its panel",
  is_chair: false, may_declare: false, why_no_scoring: "you do not review", draft: null,
};
const agreement: Agreement = {
  reviewers: 2, criteria: 2, alpha: { value: 0.412, interval: [-0.1, 0.9], why_not: null }, ac2: { value: null, interval: null, why_not: "all alike" },
  level: 0.95, draws: 2000, draws_not_defined: 3, seed: 700100,
};
const sheet = (number: number, scores: (number | null)[]) => ({
  reviewer: number, is_yours: false, is_recused: false, scores, comments: [null, null], comment: `Comment ${number}`, at: "2026-01-02T00:00:00Z",
});
const decided: PanelRound = {
  round: 1, stage: "identified", outcome: "proceed", decided: "2026-02-03T00:00:00Z", rule, rubric: null, gate: null, reasons: "Relevant.", is_override: false,
  scorings: [{ number: 0, reasons: null, opened: null, why_hidden: null, sheets: [sheet(1, [3, 4]), sheet(2, [3, null])], agreement }],
};
const PANEL = "/api/v1/innovations/7/panel";
const api = answered_api(() => ({ [PANEL]: panel }));

it("keeps scores of the gate at hand from a visitor and names nobody", async () => {
  open_page("/innovations/7/panel");
  expect(await screen.findByText("Until the gate is decided, its scores are for its panel.")).toBeTruthy();
  expect(screen.getAllByText(/Reviewer [12]/).length).toBeGreaterThan(1);
  expect(screen.queryByText("Open a calibration")).toBeNull();
  expect(screen.queryByText("Declare your interests")).toBeNull();
}, 60_000);

it("shows what each reviewer of a decided gate gave, and how far they agree", async () => {
  api.answers[PANEL] = { ...panel, rule: null, rounds: [decided] };
  api.answers[`${PANEL}/rounds/1`] = decided;
  const user = userEvent.setup();
  open_page("/innovations/7/panel");
  await user.click(await screen.findByRole("button", { name: "Show its scores" }));
  const scoring = within(await screen.findByRole("region", { name: /First scoring/ }));
  const relevance = scoring.getByRole("row", { name: /^Relevance/ });
  expect(within(relevance).getAllByRole("cell").map((cell) => cell.textContent)).toEqual(["4", "Cannot judge"]);
  expect(scoring.getByRole("row", { name: /^Krippendorff's alpha/ }).textContent).toContain("0.41");
  expect(scoring.getByRole("row", { name: /^Gwet/ }).textContent).toContain("not defined");
  expect(scoring.getByText(/2,000.*700100|700100.*2,000/)).toBeTruthy();
}, 60_000);

it("lets the chair open a calibration with reasons, and says when it is refused", async () => {
  api.answers[PANEL] = { ...panel, is_chair: true, reviewers: [reviewer(1, { person: 11, name: "Rita" }), reviewer(2, { person: 12, name: "Rolf" })] };
  const user = userEvent.setup();
  open_page("/innovations/7/panel");
  await user.click(await screen.findByText("Open a calibration"));
  const form = within(screen.getByRole("button", { name: "Open it" }).closest("form")!);
  await user.type(form.getByLabelText("Reasons"), "You read Relevance differently.");
  api.refusal = { status: 409, detail: "it has changed since" };
  await user.click(form.getByRole("button", { name: "Open it" }));
  expect((await form.findByRole("alert")).textContent).toContain("it has changed since");
  expect(api.written).toEqual([
    { method: "POST", path: `${PANEL}/calibrations`, body: { revision: 9, reasons: "You read Relevance differently." }, csrf: null },
  ]);
}, 60_000);

it.each([
  [{ language: "en", messages: en }, "Carl: Nobody judges the work of their own organisation."],
  [{ language: "de", messages: de }, "Carl: Niemand urteilt über die Arbeit der eigenen Organisation."],
] as [Tongue, string][])("says in the language of the chair why somebody cannot be assigned", async (tongue, sentence) => {
  api.answers[PANEL] = { ...panel, is_chair: true, candidates: [
    { person: 13, name: "Carl", why_not: { detail: "in English", reason: { code: "not_independent", parts: { why: ["own_organisation"] } } } }] };
  open_page("/innovations/7/panel", tongue);
  expect(await screen.findByText(sentence)).toBeTruthy();
}, 60_000);

it("asks a reviewer for their interests before they score", async () => {
  api.answers[PANEL] = { ...panel, may_declare: true, reviewers: [reviewer(1, { is_you: true, standing: "assigned", has_submitted: false })] };
  const user = userEvent.setup();
  open_page("/innovations/7/panel");
  const form = within((await screen.findByRole("button", { name: "Declare" })).closest("form")!);
  await user.selectOptions(form.getByLabelText("Do you have an interest?"), "Yes: I do not judge it");
  await user.type(form.getByLabelText("Your declaration"), "My sister leads it.");
  await user.click(form.getByRole("button", { name: "Declare" }));
  expect(api.written[0]).toMatchObject({ path: `${PANEL}/declarations`, body: { revision: 9, has_interest: true, declaration: "My sister leads it." } });
}, 60_000);
