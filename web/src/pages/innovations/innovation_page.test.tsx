// @vitest-environment jsdom
// The page of an innovation as a visitor and as the chair of its panel meet it, against an API that is answered here.
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import type { Innovation } from "../../api/innovation_types";
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

it("says that there is no such innovation", async () => {
  open_page("/innovations/8");
  expect(await screen.findByRole("heading", { level: 1, name: "There is no page here" })).toBeTruthy();
}, 60_000);
