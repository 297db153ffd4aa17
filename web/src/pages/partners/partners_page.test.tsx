// @vitest-environment jsdom
// Looking for partners as a visitor meets it, against an API that is answered here.
import { fireEvent, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import type { PartnerAnswer, PartnerHit } from "../../api/partner_types";
import { answered_api, open_page } from "../testing/answered_api";

const PATH = "/api/v1/partners";
const escola = { id: 12, slug: "12-escola", name: "Escola do Porto", short_name: "", type: "vocational_school", country: "PT", city: "Porto", region: "", projects: 3 };
const hit: PartnerHit = {
  ...escola, score: 0.75, parts: { relevance: 1, ties: 0, experience: 0.5, complementarity: 0, newcomer: 0.5 }, first_project_began: "2020-01-01", is_newcomer: false,
  votes: { projects: 4, most: [{ project: "cordis-1", acronym: "WELD", title: "Welders", start: "2021-03-01", share: 0.6 }] },
  ties: { projects: 0, most: [] },
};
const usual = { relevance: 0.55, ties: 1, experience: 0.38, complementarity: 0.1, newcomer: 0 };

/** As the server does: members are no hits. */
function answer(body: unknown): PartnerAnswer {
  const { idea = "", members = [] } = body as { idea?: string; members?: string[] };
  const hits = members.includes("12") ? [] : [hit];
  return {
    as_of: "2026-11-30", source: "projects", formula: "",
    looked_for: { idea, language: "en", project: "", call: "", members: members.includes("12") ? [escola] : [], weights: usual, size_damping: 0, half_life_years: 6 },
    projects_voting: 4, total: hits.length, offset: 0, facets: [], hits,
  };
}

const api = answered_api(() => ({}));
beforeEach(() => {
  api.replies[`POST ${PATH}`] = answer;
});
const asked = () => api.written.filter(({ path }) => path === PATH).map(({ body }) => body);

function move(label: string, value: number) {
  const slider = screen.getByLabelText<HTMLInputElement>(label);
  fireEvent.change(slider, { target: { value: String(value) } });
  fireEvent.pointerUp(slider);
  return slider;
}

it("tells of each hit what speaks for it", async () => {
  open_page("/partners?idea=welding");
  const found = within((await screen.findByRole("link", { name: "Escola do Porto" })).closest("li")!);
  expect(found.getByText("Score 0.75")).toBeTruthy();
  expect(found.getByText(/4 projects like it/)).toBeTruthy();
  expect(found.getByRole("link", { name: "WELD" }).getAttribute("href")).toBe("/projects/cordis-1");
  expect(asked()).toEqual([{ idea: "welding", language: "en", limit: 20, offset: 0 }]);
}, 60_000);

it("asks anew with a member who was added, and goes on from the heading", async () => {
  const user = userEvent.setup();
  open_page("/partners?idea=welding");
  await user.click(await screen.findByRole("button", { name: "Add to the consortium: Escola do Porto" }));
  expect(await screen.findByRole("button", { name: "Take out of the consortium: Escola do Porto" })).toBeTruthy();
  expect(asked()[1]).toMatchObject({ idea: "welding", members: ["12"] });
  expect(document.activeElement?.tagName).toBe("H2");
}, 60_000);

it("springs back to the weight without which nothing counts", async () => {
  open_page("/partners?idea=welding");
  await screen.findByRole("link", { name: "Escola do Porto" });
  move("Many projects so far", 0);
  await vi.waitFor(() => expect(asked()).toHaveLength(2));
  expect(move("Projects like it", 0).value).toBe("55");
  move("Few projects so far", 50);
  await vi.waitFor(() => expect(asked()).toHaveLength(3));
  expect(asked()[2]).toMatchObject({ weights: { newcomer: 0.5, relevance: 0.55 } });
}, 60_000);

it("keeps the weights beside what the server refuses", async () => {
  open_page("/partners?idea=welding");
  await screen.findByRole("link", { name: "Escola do Porto" });
  api.refusal = { status: 400, detail: "with these weights nothing counts" };
  move("Few projects so far", 50);
  expect(await screen.findByRole("alert")).toBeTruthy();
  expect(screen.queryByRole("link", { name: "Escola do Porto" })).toBeNull();
  api.refusal = null;
  move("Few projects so far", 20);
  expect(await screen.findByRole("link", { name: "Escola do Porto" })).toBeTruthy();
}, 60_000);

it("adds nobody to a consortium of 50", async () => {
  const others = Array.from({ length: 50 }, (_, place) => `with=${100 + place}`).join("&");
  open_page(`/partners?idea=welding&${others}`);
  const add = await screen.findByRole<HTMLButtonElement>("button", { name: "Add to the consortium: Escola do Porto" });
  expect(add.disabled).toBe(true);
  expect(document.getElementById(add.getAttribute("aria-describedby")!)?.textContent).toBe("A consortium has at most 50 members here.");
}, 60_000);

it("refuses an idea that is too long for the address", async () => {
  const user = userEvent.setup();
  open_page("/partners");
  const idea = await screen.findByLabelText("Your idea, in your own words");
  fireEvent.change(idea, { target: { value: "λ".repeat(1_300) } });
  await user.click(screen.getByRole("button", { name: "Find partners" }));
  expect((await screen.findByRole("alert")).textContent).toMatch(/too long/);
  expect(asked()).toEqual([]);
  fireEvent.change(idea, { target: { value: "λ".repeat(1_200) } });
  await user.click(screen.getByRole("button", { name: "Find partners" }));
  await screen.findByRole("link", { name: "Escola do Porto" });
}, 60_000);
