// @vitest-environment jsdom
// The page of a case as a visitor, its innovator and the state's representative meet it, against an API that is answered here.
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import type { MainstreamingCase } from "../../api/mainstreaming_types";
import { answered_api, open_page } from "../testing/answered_api";

const prepared: MainstreamingCase = {
  id: 3, member_state: "PT", lever: "funding_rule", competent_authority: "Ministry", state: "prepared", revision: 2, cost_at_scale: null,
  in_force_from: null, answers: { yes: 1, partly: 0, no: 0, unknown: 11 }, prepared: "2026-01-01T00:00:00Z", changed: "2026-01-02T00:00:00Z",
  innovation: { id: 7, title: "Mentors", stage: "assessment", standing: "active", taken_up_by: null, is_recommended: true },
  checklist: Array.from({ length: 12 }, (_, item) => ({
    number: item + 1, question: "?", answer: item === 0 ? "yes" : "unknown", evidence: item === 0 ? "minutes of May" : "" })),
  risks: "", equity: "Small firms gain.", prepared_by: null,
  next: [{ act: "submit", to: "submitted", who: ["innovator"], missing: ["answered_checklist", "cost_at_scale"], to_state: [] }],
  waiting: { of_innovation: [], of_case: [] }, review_due: null, moves: [], your_roles: ["visitor"],
};
const approved: MainstreamingCase = {
  ...prepared, state: "approved", revision: 5, your_roles: ["visitor", "member", "member_state_representative"],
  next: [{ act: "enact", to: "in_force", who: ["member_state_representative"], missing: [], to_state: ["reasons", "date_in_force"] }],
  waiting: { of_innovation: ["take_up"], of_case: [] },
  moves: [{ act: "approve", from: "under_consideration", to: "approved", reasons: "It was weighed.", in_force_from: null, role: "member_state_representative", at: "2026-02-01T00:00:00Z", by: "Rui" }],
};
const rui = { person: 4, name: "Rui", mail: "rui@example.org", grants: [{ role: "member_state_representative", scope: "PT" }] };

const api = answered_api(() => ({ "/api/v1/mainstreaming/3": prepared }));

it("tells a visitor what is missing and who must act; a cost that nobody knows is not 0", async () => {
  open_page("/mainstreaming/3");
  const next = within(await screen.findByRole("region", { name: "What comes next" }));
  expect(next.getByText(/by: Innovator/i).textContent).toContain("Still missing: what each answer of the checklist rests on, the cost at scale.");
  expect(screen.getByText("Not known yet")).toBeTruthy();
  expect(screen.getByText("minutes of May")).toBeTruthy();
  expect(screen.queryByText("Take the next step")).toBeNull();
  expect(screen.queryByText("Change what is prepared")).toBeNull();
}, 60_000);

it("tells when what is in force is looked at again, and that a day that has come is due", async () => {
  api.answers["/api/v1/mainstreaming/3"] = { ...prepared, state: "in_force", in_force_from: "2020-03-01", review_due: "2021-03-01" };
  open_page("/mainstreaming/3");
  expect((await screen.findByText("Next review")).nextElementSibling?.textContent).toBe("1 Mar 2021 It is due.");
}, 60_000);

it("lets an innovator change one answer and keeps the rest", async () => {
  api.answers["/api/v1/mainstreaming/3"] = { ...prepared, your_roles: ["visitor", "member", "innovator"] };
  const user = userEvent.setup();
  open_page("/mainstreaming/3");
  await user.click(await screen.findByText("Change what is prepared"));
  const fourth = within(screen.getByRole("group", { name: /^4\. / }));
  await user.selectOptions(fourth.getByLabelText("Answer"), "Partly");
  await user.type(fourth.getByLabelText("What it rests on"), "a survey");
  await user.click(screen.getByRole("button", { name: "Save" }));
  await vi.waitFor(() => expect(api.written).toHaveLength(1));
  const { method, path, body } = api.written[0] as { method: string; path: string; body: { checklist: unknown[]; revision: number; cost_at_scale: null; equity: string } };
  expect([method, path, body.revision, body.cost_at_scale, body.equity]).toEqual(["PUT", "/api/v1/mainstreaming/3", 2, null, "Small firms gain."]);
  expect(body.checklist[0]).toEqual({ answer: "yes", evidence: "minutes of May" });
  expect(body.checklist[3]).toEqual({ answer: "partly", evidence: "a survey" });
}, 60_000);

it("tells the representative that an approval of what is withdrawn is to be taken back, which asks for reasons", async () => {
  const withdrawn = { ...approved.innovation, standing: "withdrawn" as const };
  api.answers["/api/v1/account"] = { account: rui, csrf_token: "token" };
  api.answers["/api/v1/mainstreaming/3"] = {
    ...approved, innovation: withdrawn, waiting: { of_innovation: [], of_case: ["revoke"] },
    next: [...approved.next, { act: "revoke", to: "closed", who: ["member_state_representative"], missing: [], to_state: ["reasons"] }],
  };
  const user = userEvent.setup();
  open_page("/mainstreaming/3");
  expect((await screen.findByText(/The case still waits for/)).textContent).toContain("Take the approval back");
  await user.click(screen.getByText("Take the next step"));
  await user.selectOptions(screen.getByLabelText("Step"), "Take the approval back");
  await user.click(screen.getByRole("button", { name: "Do it" }));
  expect(api.written).toEqual([]);
  await user.type(screen.getByLabelText(/Reasons/), "Its team has withdrawn it.");
  await user.click(screen.getByRole("button", { name: "Do it" }));
  await vi.waitFor(() => expect(api.written).toHaveLength(1));
  expect(api.written[0]).toMatchObject({ body: { revision: 5, act: "revoke", reasons: "Its team has withdrawn it." } });
}, 60_000);

it("shows the representative what the pipeline waits for, and sends the day with the act", async () => {
  api.answers["/api/v1/account"] = { account: rui, csrf_token: "token" };
  api.answers["/api/v1/mainstreaming/3"] = approved;
  const user = userEvent.setup();
  open_page("/mainstreaming/3");
  expect((await screen.findByText(/A case does not move its innovation/)).textContent).toContain("Take up");
  expect(screen.getByText("It was weighed.")).toBeTruthy();
  await user.click(screen.getByText("Take the next step"));
  await user.type(screen.getByLabelText("Reasons"), "The law is published.");
  await user.type(screen.getByLabelText("In force from"), "2027-09-01");
  await user.click(screen.getByRole("button", { name: "Do it" }));
  await vi.waitFor(() => expect(api.written).toHaveLength(1));
  expect(api.written[0]).toEqual({
    csrf: "token", method: "POST", path: "/api/v1/mainstreaming/3/moves", body: { revision: 5, act: "enact", reasons: "The law is published.", in_force_from: "2027-09-01" } });
}, 60_000);
