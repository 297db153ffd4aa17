// @vitest-environment jsdom
// The pages of applications as a person meets them, against an API that is answered here.
import { QueryClientProvider } from "@tanstack/react-query";
import { createMemoryHistory, RouterProvider } from "@tanstack/react-router";
import { cleanup, configure, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Application, ApplicationOverview, ItemOfApplication, Level, Standing } from "../../api/application_types";
import { new_query_client } from "../../api/queries";
import { new_router } from "../../router";

configure({ asyncUtilTimeout: 10_000 });

const ABSENT: Level = { number: 0, name: "absent" };
const EMERGING: Level = { number: 2, name: "emerging" };
const ESTABLISHED: Level = { number: 3, name: "established" };

const silent: Standing = {
  status: null, self_assessed: null, peer_reviewed: null, distance: null,
  adapted: false, inherited: false, carried: false, to_reassess: false,
};
const absent: Standing = { ...silent, status: "partly", self_assessed: ABSENT };
const reviewed: Standing = { ...silent, status: "in_place", self_assessed: ESTABLISHED, peer_reviewed: EMERGING, distance: -1, adapted: true };

const overview: ApplicationOverview = {
  version: { number: "1.0.0", title: "Agreed", state: "agreed" },
  versions: [{ number: "1.0.0", state: "agreed", applications: 2 }],
  items: [
    { key: "E1", kind: "element", name: "Vision" },
    { key: "P1", kind: "principle", name: "Bottom-up" },
  ],
  rows: [
    { code: "FI", state: "FI", region: null, stage: null, type: null, cells: null },
    { code: "PT", state: "PT", region: null, stage: "design", type: "strategy", cells: [{ item: "E1", ...reviewed }, { item: "P1", ...silent }] },
    { code: "PT11", state: "PT", region: "PT11", stage: "design", type: "strategy", cells: [{ item: "E1", ...reviewed, inherited: true }, { item: "P1", ...absent }] },
  ],
};

function item(key: string, standing: Standing, more: Partial<ItemOfApplication> = {}): ItemOfApplication {
  return {
    ...standing, key, kind: key.startsWith("E") ? "element" : "principle", name: `Name of ${key}`, adaptation: "", explanation: "",
    evidence_links: [], responsible_body: "", from: null, until: null, target: null, gap: null, missing: null, reviews: [], ...more,
  };
}

const application: Application = {
  code: "PT", state: "PT", region: null, version: "1.0.0", version_title: "Agreed", version_state: "agreed", type: "strategy",
  stage: "design", revision: 4, begun: "2026-03-01T10:00:00Z", carried_from: "0.2.0", newer: null,
  items: [
    item("E1", reviewed, {
      adaptation: "With the regions", evidence_links: ["https://example.org/law", "javascript:alert(1)"], target: { number: 4, name: "embedded_and_learning" },
      gap: 2, reviews: [{ level: EMERGING, reasons: "Seen in three schools.", state: "FI", at: "2026-04-01T10:00:00Z" }],
    }),
    item("E2", { ...silent, to_reassess: true }),
    item("P1", { ...silent, status: "not_started" }),
  ],
  moves: [{ act: "redesign", to: "design", at: "2026-05-01T10:00:00Z", reasons: "The law changed." }],
  next: [{ act: "approve", to: "approved", who: ["member_state_representative"], missing: ["adapted_or_explained"] }],
  related: [{ code: "PT11", state: "PT", region: "PT11", version: "1.0.0", stage: "design" }],
};

let answers: Record<string, unknown>;
/** The part of the page that was scrolled to. */
let shown: string;

beforeEach(() => {
  answers = { "/api/v1/applications": overview, "/api/v1/applications/PT": application };
  vi.stubGlobal("scrollTo", () => undefined);
  Element.prototype.scrollIntoView = function () {
    shown = this.id;
  };
  vi.stubGlobal("fetch", async (path: string) => {
    const { pathname } = new URL(path, "http://localhost");
    const found = answers[pathname];
    const body = found ?? { title: "Not Found", status: 404 };
    return new Response(JSON.stringify(body), { status: found ? 200 : 404, headers: { "content-type": "application/json" } });
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function visit(path: string) {
  const queries = new_query_client();
  const router = new_router(queries, createMemoryHistory({ initialEntries: [path] }));
  render(
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  );
}

describe("the overview", () => {
  it("tells each cell in words and links it to the item there", async () => {
    visit("/applications");
    const cell = await screen.findByRole("link", { name: "2 Emerging, as peers see it; adapted" });
    expect(cell.getAttribute("href")).toBe("/applications/PT/1.0.0#E1");
    const map = screen.getByRole("table");
    expect(within(map).getByRole("columnheader", { name: "Portugal" })).toBeTruthy();
    expect(within(map).getByRole("link", { name: "not assessed" })).toBeTruthy();
    expect(within(map).getAllByRole("cell", { name: "no application" })).toHaveLength(2);
    expect(screen.getByText(/^1 of 2 states apply this version/)).toBeTruthy();
  });

  it("shows regions when asked, and level 0 as a level", async () => {
    visit("/applications");
    await userEvent.click(await screen.findByRole("checkbox", { name: "Show regions" }));
    expect(screen.getByRole("columnheader", { name: "PT11, region of Portugal" })).toBeTruthy();
    expect(screen.getByRole("link", { name: "0 Absent, as the state says" })).toBeTruthy();
    expect(screen.getByRole("link", { name: "2 Emerging, as peers see it; adapted; inherited from the state" })).toBeTruthy();
  });

  it("explains itself where no version is agreed, and where nobody applies one", async () => {
    answers["/api/v1/applications"] = { version: null, versions: [], items: [], rows: [] };
    visit("/applications");
    expect(await screen.findByText(/No version of the framework is agreed yet/)).toBeTruthy();
    cleanup();
    answers["/api/v1/applications"] = { ...overview, rows: overview.rows.slice(0, 1) };
    visit("/applications");
    expect(await screen.findByText(/Nobody applies this version yet/)).toBeTruthy();
  });
});

describe("the profile of a state", () => {
  it("shows both levels, their distance, the gap and what comes next", async () => {
    visit("/applications/PT");
    const row = (await screen.findAllByRole("row", { name: /E1 Name of E1/ })).at(-1);
    expect(row?.textContent).toContain("In place3 Established2 Emergingpeers see one level less4 Embedded and learning");
    const gaps = screen.getByRole("region", { name: "Gap to target" });
    expect(within(gaps).getByRole("row", { name: /E1/ }).textContent).toMatch(/2 Emerging.*2$/);
    expect(screen.getByText(/Still missing: every element and principle applied/)).toBeTruthy();
    expect(screen.getByText("1 of 3 elements and principles have a level.")).toBeTruthy();
    expect(screen.getByText("The law changed.", { exact: false })).toBeTruthy();
    expect(screen.getByRole("link", { name: /PT11, region of Portugal/ }).getAttribute("href")).toBe("/applications/PT11/1.0.0");
  });

  it("tells of each item what is said, and what has to be said yet", async () => {
    visit("/applications/PT");
    const first = await screen.findByRole("region", { name: "E1 Name of E1" });
    expect(within(first).getByText("With the regions")).toBeTruthy();
    expect(within(first).getByText(/Finland, 1 Apr 2026: Seen in three schools\./)).toBeTruthy();
    expect(within(first).getAllByRole("link").map((link) => link.getAttribute("href"))).toEqual(["https://example.org/law"]);
    expect(screen.getByRole("region", { name: "E2 Name of E2" }).textContent).toContain("To be assessed again");
    expect(screen.getByRole("region", { name: "P1 Name of P1" }).textContent).toContain("the explanation is missing");
  });

  it("shows the item that the address names", async () => {
    shown = "";
    visit("/applications/PT#P1");
    await screen.findByRole("region", { name: "P1 Name of P1" });
    await waitFor(() => expect(shown).toBe("P1"));
  });

  it("says when there is none", async () => {
    visit("/applications/MT");
    expect(await screen.findByRole("heading", { level: 1 })).toBeTruthy();
    expect(screen.queryByText("What comes next")).toBeNull();
  });
});
