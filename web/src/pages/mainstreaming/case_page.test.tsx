// @vitest-environment jsdom
// The page of a case as a visitor, its innovator and the state's representative meet it, against an API that is answered here.
import { QueryClientProvider } from "@tanstack/react-query";
import { createMemoryHistory, RouterProvider } from "@tanstack/react-router";
import { cleanup, configure, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { MainstreamingCase } from "../../api/mainstreaming_types";
import { new_query_client } from "../../api/queries";
import { new_router } from "../../router";

const prepared: MainstreamingCase = {
  id: 3, member_state: "PT", lever: "funding_rule", competent_authority: "Ministry", state: "prepared", revision: 2, cost_at_scale: null,
  in_force_from: null, answers: { yes: 1, partly: 0, no: 0, unknown: 11 }, prepared: "2026-01-01T00:00:00Z", changed: "2026-01-02T00:00:00Z",
  innovation: { id: 7, title: "Mentors", stage: "assessment", standing: "active", taken_up_by: null, is_recommended: true },
  checklist: Array.from({ length: 12 }, (_, item) => ({
    number: item + 1, question: "?", answer: item === 0 ? "yes" : "unknown", evidence: item === 0 ? "minutes of May" : "" })),
  risks: "", equity: "Small firms gain.", prepared_by: null,
  next: [{ act: "submit", to: "submitted", who: ["innovator"], missing: ["answered_checklist", "cost_at_scale"], to_state: [] }],
  waiting: { of_innovation: [], of_case: [] }, moves: [], your_roles: ["visitor"],
};
const approved: MainstreamingCase = {
  ...prepared, state: "approved", revision: 5, your_roles: ["visitor", "member", "member_state_representative"],
  next: [{ act: "enact", to: "in_force", who: ["member_state_representative"], missing: [], to_state: ["date_in_force"] }],
  waiting: { of_innovation: ["take_up"], of_case: [] },
  moves: [{ act: "approve", from: "under_consideration", to: "approved", reasons: "It was weighed.", in_force_from: null, role: "member_state_representative", at: "2026-02-01T00:00:00Z", by: "Rui" }],
};
const rui = { person: 4, name: "Rui", mail: "rui@example.org", grants: [{ role: "member_state_representative", scope: "PT" }] };

configure({ asyncUtilTimeout: 20_000 });

let answers: Record<string, unknown>;
let written: { method: string; path: string; body: unknown }[];

beforeEach(() => {
  answers = { "/api/v1/account": { account: null, csrf_token: null }, "/api/v1/mainstreaming/3": prepared };
  written = [];
  vi.stubGlobal("scrollTo", () => undefined);
  vi.stubGlobal("fetch", async (path: string, request?: RequestInit) => {
    const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json" } });
    if (request?.method === "POST" || request?.method === "PUT") {
      written.push({ method: request.method, path, body: JSON.parse(String(request.body)) });
      return new Response(null, { status: 204 });
    }
    const found = answers[path];
    return found === undefined ? json({ title: "Not Found", status: 404 }, 404) : json(found);
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function open(address: string) {
  const queries = new_query_client();
  const history = createMemoryHistory({ initialEntries: [address] });
  render(
    <QueryClientProvider client={queries}>
      <RouterProvider router={new_router(queries, history)} />
    </QueryClientProvider>,
  );
}

it("tells a visitor what is missing and who must act; a cost that nobody knows is not 0", async () => {
  open("/mainstreaming/3");
  const next = within(await screen.findByRole("region", { name: "What comes next" }));
  expect(next.getByText(/by: Innovator/i).textContent).toContain("Still missing: what each answer of the checklist rests on, the cost at scale.");
  expect(screen.getByText("Not known yet")).toBeTruthy();
  expect(screen.getByText("minutes of May")).toBeTruthy();
  expect(screen.queryByText("Take the next step")).toBeNull();
  expect(screen.queryByText("Change what is prepared")).toBeNull();
}, 60_000);

it("lets an innovator change one answer and keeps the rest", async () => {
  answers["/api/v1/mainstreaming/3"] = { ...prepared, your_roles: ["visitor", "member", "innovator"] };
  const user = userEvent.setup();
  open("/mainstreaming/3");
  await user.click(await screen.findByText("Change what is prepared"));
  const fourth = within(screen.getByRole("group", { name: /^4\. / }));
  await user.selectOptions(fourth.getByLabelText("Answer"), "Partly");
  await user.type(fourth.getByLabelText("What it rests on"), "a survey");
  await user.click(screen.getByRole("button", { name: "Save" }));
  await vi.waitFor(() => expect(written).toHaveLength(1));
  const { method, path, body } = written[0] as { method: string; path: string; body: { checklist: unknown[]; revision: number; cost_at_scale: null; equity: string } };
  expect([method, path, body.revision, body.cost_at_scale, body.equity]).toEqual(["PUT", "/api/v1/mainstreaming/3", 2, null, "Small firms gain."]);
  expect(body.checklist[0]).toEqual({ answer: "yes", evidence: "minutes of May" });
  expect(body.checklist[3]).toEqual({ answer: "partly", evidence: "a survey" });
}, 60_000);

it("shows the representative what the pipeline waits for, and sends the day with the act", async () => {
  answers["/api/v1/account"] = { account: rui, csrf_token: "token" };
  answers["/api/v1/mainstreaming/3"] = approved;
  const user = userEvent.setup();
  open("/mainstreaming/3");
  expect((await screen.findByText(/A case does not move its innovation/)).textContent).toContain("Take up");
  expect(screen.getByText("It was weighed.")).toBeTruthy();
  await user.click(screen.getByText("Take the next step"));
  await user.type(screen.getByLabelText("In force from"), "2027-09-01");
  await user.click(screen.getByRole("button", { name: "Do it" }));
  await vi.waitFor(() => expect(written).toHaveLength(1));
  expect(written[0]).toEqual({
    method: "POST", path: "/api/v1/mainstreaming/3/moves", body: { revision: 5, act: "enact", reasons: "", in_force_from: "2027-09-01" } });
}, 60_000);
