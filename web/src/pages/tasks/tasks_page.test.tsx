// @vitest-environment jsdom
// What waits for somebody, as they meet it, against an API that is answered here.
import { QueryClientProvider } from "@tanstack/react-query";
import { createMemoryHistory, RouterProvider } from "@tanstack/react-router";
import { cleanup, configure, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { new_query_client } from "../../api/queries";
import type { Task } from "../../api/task_queries";
import { new_router } from "../../router";

configure({ asyncUtilTimeout: 10_000 });

const amendment: Task = {
  kind: "settle_amendment", about: "0.2.0 E10", page: "/framework/0.2.0#amendment-5", acts: ["accept", "reject"], missing: [],
  since: "2026-03-01T10:00:00Z",
};
const cyprus: Task = {
  kind: "explain_items", about: "CY", page: "/applications/CY/0.1.0", acts: [], missing: ["E5", "P2"], since: "2026-04-01T10:00:00Z",
};
const team: Task = {
  kind: "prepare_innovation", about: "Night classes", page: "/innovations/7", acts: [], missing: ["complete_product"],
  since: "2026-05-01T10:00:00Z",
};

let answers: Record<string, unknown>;

function open() {
  const queries = new_query_client();
  const router = new_router(queries, createMemoryHistory({ initialEntries: ["/tasks"] }));
  render(
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  );
}

beforeEach(() => {
  const account = { id: 3, name: "Ada", mail: "ada@example.org", language: "en", grants: [], created_at: "2026-01-01T10:00:00Z" };
  answers = {
    "/api/v1/account": { account, csrf_token: "t" },
    "/api/v1/account/tasks": { tasks: [amendment, cyprus, team] },
    "/api/v1/ecosystem": { demonstration: true },
  };
  vi.stubGlobal("scrollTo", () => undefined);
  vi.stubGlobal("fetch", async (path: string) => {
    const found = answers[path];
    const problem = { title: "Not found", status: 404 };
    return new Response(JSON.stringify(found ?? problem), { status: found === undefined ? 404 : 200 });
  });
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const cases: Task[] = [
  { kind: "prepare_case", about: "Repair", page: "/mainstreaming/7", acts: [], missing: ["answered_checklist"], since: "2026-05-01T10:00:00Z" },
  { kind: "decide_case", about: "Diaries", page: "/mainstreaming/6", acts: ["approve", "decline"], missing: [], since: "2026-05-02T10:00:00Z" },
];

describe("tasks", () => {
  it("tells of cases in their own words", async () => {
    answers["/api/v1/account/tasks"] = { tasks: cases };
    open();
    const decide = (await screen.findByRole("link", { name: "A case lies before your authority: Diaries" })).closest("li")!;
    expect(decide.textContent).toContain("To choose from: Approve, Decline");
    expect(screen.getByText("Missing: what each answer of the checklist rests on")).toBeTruthy();
  });

  it("leads to the place where each is done", async () => {
    open();
    const link = await screen.findByRole("link", { name: "Settle an amendment to 0.2.0 E10" });
    expect(link.getAttribute("href")).toBe("/framework/0.2.0#amendment-5");
    expect(screen.getByRole("link", { name: "Prepare for the gate: Night classes" }).getAttribute("href")).toBe("/innovations/7");
  });

  it("says what is missing and what there is to choose from, in words", async () => {
    open();
    expect(await screen.findByText("Missing: a complete product")).toBeTruthy();
    expect(screen.getByText("Missing: E5, P2")).toBeTruthy();
    expect(screen.getByText("To choose from: Accept it, Reject it")).toBeTruthy();
    expect(screen.getByText("since 1 Mar 2026")).toBeTruthy();
  });

  it("says so where nothing waits, and where tasks come from", async () => {
    answers["/api/v1/account/tasks"] = { tasks: [] };
    open();
    expect(await screen.findByText("Nothing waits for you.")).toBeTruthy();
    expect(screen.getByRole("link", { name: "See your roles" }).getAttribute("href")).toBe("/account");
  });

  it("asks a visitor to sign in", async () => {
    answers["/api/v1/account"] = { account: null, csrf_token: null };
    open();
    const main = await screen.findByRole("main");
    expect(await screen.findByRole("heading", { level: 1, name: "Your tasks" })).toBeTruthy();
    expect(main.querySelector("a")?.getAttribute("href")).toBe("/sign-in");
  });

  it("is labelled where the ecosystem is a demonstration, by what the API says", async () => {
    open();
    const notice = await screen.findByRole("complementary", { name: "Demonstration data" });
    expect(notice.textContent).toContain("so are all people");
  });

  it("is not labelled elsewhere", async () => {
    answers["/api/v1/ecosystem"] = { demonstration: false };
    open();
    await screen.findByText("Missing: E5, P2");
    expect(screen.queryByRole("complementary", { name: "Demonstration data" })).toBeNull();
  });
});
