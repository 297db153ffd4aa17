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
    evidence_links: [], responsible_body: "", from: null, until: null, target: null, target_inherited: false, gap: null, missing: null, reviews: [], ...more,
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
    item("E2", { ...silent, to_reassess: true }, { target: EMERGING, target_inherited: true }),
    item("P1", { ...silent, status: "not_started" }),
  ],
  moves: [{ act: "redesign", to: "design", at: "2026-05-01T10:00:00Z", reasons: "The law changed." }],
  next: [{ act: "approve", to: "approved", who: ["member_state_representative"], missing: ["adapted_or_explained", "reasons"] }],
  related: [{ code: "PT11", state: "PT", region: "PT11", version: "1.0.0", stage: "design" }],
};

let answers: Record<string, unknown>;
let sent: { method: string; path: string; body: Record<string, unknown> }[];
/** What the API answers to the next write. */
let answer_to_write: { status: number; body: unknown };
/** The part of the page that was scrolled to. */
let shown: string;

beforeEach(() => {
  answers = { "/api/v1/applications": overview, "/api/v1/applications/PT": application };
  vi.stubGlobal("scrollTo", () => undefined);
  Element.prototype.scrollIntoView = function () {
    shown = this.id;
  };
  sent = [];
  answer_to_write = { status: 200, body: application };
  vi.stubGlobal("fetch", async (path: string, { method = "GET", body: text }: RequestInit = {}) => {
    const { pathname } = new URL(path, "http://localhost");
    if (method !== "GET") {
      sent.push({ method, path: pathname, body: JSON.parse(String(text)) });
      return new Response(JSON.stringify(answer_to_write.body), { status: answer_to_write.status, headers: { "content-type": "application/json" } });
    }
    const found = answers[pathname];
    const body = found ?? { title: "Not Found", status: 404 };
    return new Response(JSON.stringify(body), { status: found ? 200 : 404, headers: { "content-type": "application/json" } });
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** Signed in with one role in one state. */
function as(role: string, scope: string) {
  const grants = [{ role, scope_kind: "member_state", scope }];
  answers["/api/v1/account"] = { account: { person: 7, name: "Maria", grants }, csrf_token: "token" };
}

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

describe("what whoever is signed in may write", () => {
  const first_item = () => screen.findByRole("region", { name: "E1 Name of E1" });

  it("is nothing for a visitor and for who speaks for another state", async () => {
    visit("/applications/PT");
    expect(within(await first_item()).queryByRole("button")).toBeNull();
    cleanup();
    as("member_state_representative", "FI");
    visit("/applications/PT");
    await screen.findByRole("link", { name: "Your account" });
    expect(within(await first_item()).queryByRole("button")).toBeNull();
  });

  it("is what is said of an item, with the revision that was seen, for who speaks for the state", async () => {
    as("national_agency_officer", "PT");
    visit("/applications/PT");
    const region = await first_item();
    await userEvent.click(await within(region).findByRole("button", { name: "Edit what is said of E1" }));
    await userEvent.selectOptions(within(region).getByLabelText("Level, as your state sees it"), "0 Absent");
    await userEvent.clear(within(region).getByLabelText("How it reads here"));
    await userEvent.click(within(region).getByRole("button", { name: "Keep this" }));
    await waitFor(() => expect(within(region).queryByLabelText("Status")).toBeNull());
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({
      method: "PUT", path: "/api/v1/applications/PT/items/E1",
      body: { version: "1.0.0", revision: 4, status: "in_place", self_assessed: "absent", adaptation: "", from: null },
    });
  });

  it("keeps what was typed when somebody else was first, and sends it again only on purpose", async () => {
    as("member_state_representative", "PT");
    answer_to_write = { status: 409, body: { title: "Conflict", status: 409, detail: "Somebody changed it." } };
    visit("/applications/PT");
    const region = await first_item();
    await userEvent.click(await within(region).findByRole("button", { name: "Edit what is said of E1" }));
    await userEvent.type(within(region).getByLabelText("Responsible"), "Ministry");
    answers["/api/v1/applications/PT"] = { ...application, revision: 5, items: [{ ...application.items[0], adaptation: "Theirs" }] };
    await userEvent.click(within(region).getByRole("button", { name: "Keep this" }));
    expect(await within(region).findByText("Somebody changed it.")).toBeTruthy();
    expect(await within(region).findByText("Theirs")).toBeTruthy();
    expect(within(region).getByLabelText<HTMLInputElement>("Responsible").value).toBe("Ministry");
    await userEvent.click(within(region).getByRole("button", { name: "Keep this" }));
    await waitFor(() => expect(sent).toHaveLength(2));
    expect(sent.map(({ body }) => body.revision)).toEqual([4, 5]);
  });

  it("is the level that a peer from another state sees", async () => {
    as("national_agency_officer", "FI");
    visit("/applications/PT");
    const region = await first_item();
    await userEvent.click(await within(region).findByRole("button", { name: "Assess E1 as a peer" }));
    await userEvent.selectOptions(within(region).getByLabelText("Level that you see"), "1 Ad hoc");
    await userEvent.type(within(region).getByLabelText("Reasons"), "One school of three.");
    await userEvent.click(within(region).getByRole("button", { name: "Keep this" }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]?.body).toEqual({ version: "1.0.0", revision: 4, item: "E1", level: "ad_hoc", reasons: "One school of three." });
    expect(within(screen.getByRole("region", { name: "E2 Name of E2" })).queryByRole("button")).toBeNull();
  });

  it("is a target beside those that there are", async () => {
    as("member_state_representative", "PT");
    visit("/applications/PT");
    const region = await screen.findByRole("region", { name: "P1 Name of P1" });
    await userEvent.click(await within(region).findByRole("button", { name: "Set a target for P1" }));
    await userEvent.selectOptions(within(region).getByLabelText("Level to reach"), "2 Emerging");
    await userEvent.click(within(region).getByRole("button", { name: "Keep this" }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]?.body.targets).toEqual([{ item: "E1", level: "embedded_and_learning" }, { item: "P1", level: "emerging" }]);
  });

  it("is the next stage, for the representative alone", async () => {
    as("national_agency_officer", "PT");
    visit("/applications/PT");
    await screen.findByRole("button", { name: "Edit what is said of E1" });
    expect(screen.queryByRole("button", { name: "Approve it" })).toBeNull();
    cleanup();
    as("member_state_representative", "PT");
    visit("/applications/PT");
    await userEvent.click(await screen.findByRole("button", { name: "Approve it" }));
    expect(screen.getByLabelText<HTMLTextAreaElement>("Reasons").required).toBe(true);
    await userEvent.type(screen.getByLabelText("Reasons"), "All were heard.");
    await userEvent.click(screen.getByRole("button", { name: "Approve it" }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({ path: "/api/v1/applications/PT/moves", body: { revision: 4, act: "approve", reasons: "All were heard." } });
  });

  it("is an application of one's state, and of a newer version with what still holds", async () => {
    as("member_state_representative", "FI");
    answer_to_write = { status: 201, body: { ...application, code: "FI" } };
    visit("/applications");
    await userEvent.click(await screen.findByRole("button", { name: "Begin an application" }));
    expect(screen.getByLabelText<HTMLInputElement>("State or region").value).toBe("FI");
    await userEvent.click(screen.getByRole("button", { name: "Begin an application" }));
    await waitFor(() => expect(sent[0]?.body).toEqual({ code: "FI", version: "1.0.0", type: "strategy" }));
    cleanup();
    as("member_state_representative", "PT");
    answers["/api/v1/applications/PT"] = { ...application, newer: "1.1.0" };
    visit("/applications/PT");
    await userEvent.click(await screen.findByRole("button", { name: "Begin version 1.1.0 with what still holds" }));
    await userEvent.click(screen.getByRole("button", { name: "Begin an application" }));
    await waitFor(() => expect(sent[1]?.body).toEqual({ code: "PT", version: "1.1.0", type: "strategy", carry_from: "1.0.0" }));
  });
});
