// @vitest-environment jsdom
// The page of an innovation as a visitor and as the chair of its panel meet it, against an API that is answered here.
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import type { Innovation } from "../../api/innovation_types";
import { de } from "../../messages/de";
import { answered_api, open_page } from "../testing/answered_api";
import { EMPTY_TEXT } from "./text_form";

const mentors: Innovation = {
  id: 7, title: "Mentors", problem: "They leave.", stage: "identified", standing: "active", revision: 4, member_state: "PT",
  mainstreaming_state: null, panel: "north", created: "2026-01-01T00:00:00Z", changed: "2026-01-02T00:00:00Z",
  text: { ...EMPTY_TEXT, title: "Mentors", problem: "They leave.", framework_items: ["E7"] }, text_number: 1, problems: [],
  merged_into: null,
  next: [
    { act: "proceed", stage: "testing", standing: "active", who: ["panel_chair"], missing: ["registered_protocol"], to_state: ["reasons"], is_gated: true },
    { act: "reject", stage: "identified", standing: "stopped", who: ["panel_chair"], missing: [], to_state: ["reasons"], is_gated: false },
  ],
  gate: null, pending_override: null, moves: [], assessments: [], facts: [], protocols: [], evidence: [], team: [], waiting: [],
  supporters: 2, you_support: false, your_roles: ["visitor"], projects: [{ slug: "demo-1", title: null }],
  lineage: { nodes: [], lines: [] }, duplicates: [], told_apart: [],
};
const chair = { person: 4, name: "Ana", mail: "ana@example.org", grants: [{ role: "panel_chair", scope: "north" }] };

const api = answered_api(() => ({ "/api/v1/innovations/7": mentors }));

it("tells a visitor who must act and what is missing, and offers no decision", async () => {
  open_page("/innovations/7");
  const next = within(await screen.findByRole("region", { name: "What comes next" }));
  expect(next.getByText(/by: .*panel/i, { selector: "li:first-child" }).textContent).toContain("Still missing: a registered protocol");
  expect(next.queryByText("Decide")).toBeNull();
  expect(screen.getByText("demo-1 (no longer in the catalogue)")).toBeTruthy();
}, 60_000);

it("opens the count of supporters to who they are, as far as that is public", async () => {
  const somebody = { since: "2026-01-02T00:00:00Z", name: null, is_you: false, member_states: [], organisations: [] };
  api.answers["/api/v1/innovations/7/supporters?offset=0"] = { total: 2, supporters: [{ ...somebody, organisations: [{ id: "9-school", name: "Escola" }] }] };
  api.answers["/api/v1/innovations/7/supporters?offset=1"] = { total: 2, supporters: [{ ...somebody, member_states: ["RO"] }] };
  open_page("/innovations/7#supporters");
  expect((await screen.findByRole("link", { name: "Escola" })).getAttribute("href")).toBe("/organisations/9-school");
  await userEvent.setup().click(screen.getByRole("button", { name: "Show more" }));
  expect(await screen.findByText(/A member · representative of Romania/)).toBeTruthy();
  expect(screen.getByText("2 supporters").closest("details")!.querySelectorAll("li")).toHaveLength(2);
}, 60_000);

it("sends a chair's decision with its reasons and the revision that was read, and keeps what was typed when it is refused", async () => {
  api.answers["/api/v1/account"] = { account: chair, csrf_token: "token" };
  api.answers["/api/v1/innovations/7"] = { ...mentors, your_roles: ["visitor", "member", "panel_chair"] };
  api.refusal = { status: 409, detail: "somebody changed it since it was read" };
  const user = userEvent.setup();
  open_page("/innovations/7");
  await user.click((await screen.findAllByText("Decide"))[0]!);
  await user.selectOptions(screen.getByLabelText("Decision"), "Reject");
  await user.type(screen.getByLabelText("Reasons"), "Known already.");
  await user.click(screen.getByRole("button", { name: "Decide" }));
  expect(await screen.findByText("somebody changed it since it was read")).toBeTruthy();
  expect(api.written).toEqual([
    { method: "POST", path: "/api/v1/innovations/7/moves", csrf: "token", body: { revision: 4, act: "reject", reasons: "Known already.", evidence: [] } },
  ]);
  expect(screen.getByLabelText<HTMLTextAreaElement>("Reasons").value).toBe("Known already.");
}, 60_000);

it("lets somebody leave the team in their role, and says what stays", async () => {
  api.answers["/api/v1/account"] = { account: chair, csrf_token: "token" };
  api.answers["/api/v1/innovations/7"] = {
    ...mentors,
    team: [
      { person: 4, name: "Ana", is_you: true, role: "innovator", organisation: null, since: "2026-01-01T00:00:00Z" },
      { person: 5, name: "Bo", is_you: false, role: "innovator", organisation: null, since: "2026-01-01T00:00:00Z" },
    ],
  };
  const user = userEvent.setup();
  open_page("/innovations/7");
  const team = within(await screen.findByRole("region", { name: "Team" }));
  await user.click(team.getByText("Leave the team"));
  expect(team.getByText(/You still do not judge it/)).toBeTruthy();
  await user.click(team.getByRole("button", { name: "Leave" }));
  await vi.waitFor(() => expect(api.written).toHaveLength(1));
  expect(api.written[0]).toEqual({
    method: "POST", path: "/api/v1/innovations/7/team/departures", csrf: "token", body: { role: "innovator" } });
}, 60_000);

it("sends several conditions of a decision, each with its day, without one that was taken away again", async () => {
  api.answers["/api/v1/account"] = { account: chair, csrf_token: "token" };
  api.answers["/api/v1/innovations/7"] = {
    ...mentors, stage: "assessment", your_roles: ["panel_chair"],
    next: [{ act: "recommend_with_conditions", stage: "assessment", standing: "active", who: ["panel_chair"], missing: [], to_state: ["reasons", "conditions"], is_gated: true }],
  };
  const user = userEvent.setup();
  open_page("/innovations/7");
  await user.click((await screen.findAllByText("Decide"))[0]!);
  await user.type(screen.getByLabelText("Reasons"), "Sound.");
  await user.click(screen.getByRole("button", { name: "Add a condition" }));
  await user.click(screen.getByRole("button", { name: "Add a condition" }));
  const condition = (number: number) => within(screen.getByRole("group", { name: `Condition ${number}` }));
  await user.type(condition(1).getByLabelText("Condition"), "A guide");
  await user.type(condition(1).getByLabelText("Due on"), "2027-03-01");
  await user.type(condition(2).getByLabelText("Condition"), "Not this one");
  await user.type(condition(3).getByLabelText("Condition"), "A second trial");
  await user.type(condition(3).getByLabelText("Due on"), "2027-09-01");
  await user.click(screen.getByRole("button", { name: "Remove condition 2" }));
  await user.click(screen.getByRole("button", { name: "Decide" }));
  await vi.waitFor(() => expect(api.written).toHaveLength(1));
  expect(api.written[0]!.body).toMatchObject({
    act: "recommend_with_conditions",
    conditions: [{ text: "A guide", due: "2027-03-01" }, { text: "A second trial", due: "2027-09-01" }],
  });
}, 60_000);

const recommended: Innovation = {
  ...mentors, stage: "assessment", revision: 9,
  moves: [{
    number: 7, act: "recommend_with_conditions", is_decision: true, from: { stage: "assessment", standing: "active" }, to: { stage: "assessment", standing: "active" },
    reasons: "Sound.", at: "2026-01-02T00:00:00Z", by: null, role: "panel_chair", framework: "0.1.0", round: 4, is_override: false, confirmed_by: null,
    merge_target: null, state: null, competent_authority: null, in_force_from: null, evidence: [],
    conditions: [
      { number: 1, text: "A guide", due: "2026-03-01", met: { at: "2026-02-01T00:00:00Z", by: "Ana", role: "panel_chair", shown_by: "It is out." } },
      { number: 2, text: "A second trial", due: "2020-05-01", met: null },
      { number: 3, text: "A third", due: "2999-05-01", met: null },
    ],
  }],
};

it("tells of each condition until when it is due, whether it is met and who found that", async () => {
  api.answers["/api/v1/innovations/7"] = recommended;
  open_page("/innovations/7");
  const lines = within(await screen.findByRole("list", { name: "Conditions" })).getAllByRole("listitem");
  expect(lines.map((line) => line.textContent)).toEqual([
    "A guide (until 1 Mar 2026) Met. Found on 1 Feb 2026 by Chair of a panel: Ana: It is out.",
    "A second trial (until 1 May 2020) Overdue: not met.",
    "A third (until 1 May 2999) Not met yet.",
  ]);
  expect(screen.queryByText(/Confirm that it is met/)).toBeNull();
}, 60_000);

it("lets the chair confirm what is open, with what shows it", async () => {
  api.answers["/api/v1/account"] = { account: chair, csrf_token: "token" };
  api.answers["/api/v1/innovations/7"] = { ...recommended, your_roles: ["panel_chair"] };
  const user = userEvent.setup();
  open_page("/innovations/7");
  await user.click(await screen.findByText("Confirm that it is met: A second trial"));
  const form = within(screen.getByText("Confirm that it is met: A second trial").closest("details")!);
  await user.type(form.getByLabelText("What shows it"), "The report.");
  await user.click(form.getByRole("button", { name: "It is met" }));
  await vi.waitFor(() => expect(api.written).toHaveLength(1));
  expect(api.written[0]).toEqual({
    method: "POST", path: "/api/v1/innovations/7/met-conditions", csrf: "token",
    body: { revision: 9, decision: 7, condition: 2, shown_by: "The report." } });
  expect(screen.queryByText("Confirm that it is met: A guide")).toBeNull();
}, 60_000);

const shut: Innovation = {
  ...mentors,
  next: [{ ...mentors.next[0]!, missing: ["gate_rule"] }],
  gate: {
    rule: { number: 1, stage: "identified", criteria: [{ name: "Ethics", must_be_met: true, weight: 1 }, { name: "A word of the steward", must_be_met: false, weight: 1 }], required_assessments: 2, must_meet_score: 2, threshold_hundredths: 200 },
    round: 1, assessments: 1, you_have_assessed: true, shows_scores: true, is_open: false, mean_hundredths: 150,
    missing: [
      { code: "assessments", criterion: null, have: 1, needed: 2, sentence: "1 of 2 required assessments are complete." },
      { code: "not_met", criterion: "Ethics", have: 1, needed: 2, sentence: "Not met: Ethics." },
      { code: "not_judged", criterion: "A word of the steward", have: 0, needed: 0, sentence: "Nobody could judge: A word of the steward." },
      { code: "below_threshold", criterion: null, have: 150, needed: 200, sentence: "The mean of 1.50 is below the threshold of 2.00." },
    ],
  },
};

it("says in the reader's language why a gate is shut, and what the server refused", async () => {
  api.answers["/api/v1/account"] = { account: chair, csrf_token: "token" };
  api.answers["/api/v1/innovations/7"] = { ...shut, your_roles: ["panel_chair"] };
  api.refusal = { status: 409, detail: "somebody changed it since it was read" };
  const user = userEvent.setup();
  open_page("/innovations/7", { language: "de", messages: de });
  const gate = within(await screen.findByRole("region", { name: /^Die Schwelle/ }));
  const sentences = within(gate.getByText(/geschlossen/).nextElementSibling as HTMLElement).getAllByRole("listitem");
  expect(sentences.map((line) => line.textContent)).toEqual([
    "1 von 2 nötigen Beurteilungen liegen vor.",
    "Nicht erfüllt: Ethik. Es hat 1 von 2 nötigen Punkten.",
    "Niemand konnte es beurteilen: A word of the steward.",
    "Das Mittel von 1,50 liegt unter dem Schwellenwert von 2,00.",
  ]);
  expect(gate.getByRole("rowheader", { name: "Ethik" })).toBeTruthy();
  await user.click((await screen.findAllByText("Entscheiden"))[0]!);
  await user.type(screen.getByLabelText("Gründe"), "Darum.");
  await user.click(screen.getByRole("button", { name: "Ausnahme vorschlagen" }));
  expect(await screen.findByText(/Der Stand ist ein anderer. Laden Sie die Seite neu. Auf Englisch: somebody changed it/)).toBeTruthy();
  api.refusal = { status: 409, detail: "somebody changed it since it was read", reason: { code: "stale", parts: {} } };
  await user.click(screen.getByRole("button", { name: "Ausnahme vorschlagen" }));
  expect(await screen.findByText("Jemand hat es geändert, seit Sie es gelesen haben. Laden Sie die Seite neu und wiederholen Sie, was Sie noch wollen.")).toBeTruthy();
}, 60_000);

it("says that there is no such innovation", async () => {
  open_page("/innovations/8");
  expect(await screen.findByRole("heading", { level: 1, name: "There is no page here" })).toBeTruthy();
}, 60_000);
