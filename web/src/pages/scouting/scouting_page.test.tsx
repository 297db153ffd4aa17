// @vitest-environment jsdom
// Scouting as a visitor and a member meet it, against an API that is answered here.
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import type { CountedWatch, RisingTerms, WatchNews } from "../../api/scouting_types";
import { answered_api, open_page } from "../testing/answered_api";

const nothing: RisingTerms = {
  query: { text: "", echo: "", misreadings: [] }, as_of: "2026-11-29", source: "projects", statistic: "score test", has_enough: false,
  years: [], fewest_projects: 10, greatest_chance: 0.05, words_tried: 0, phrases_tried: 0, projects_read_for_phrases: 0, terms: [],
};
const rising: RisingTerms = {
  ...nothing, has_enough: true, words_tried: 812, phrases_tried: 40, projects_read_for_phrases: 900,
  years: [{ year: 2021, projects: 100, words: 900 }, { year: 2022, projects: 50, words: 500 }, { year: 2023, projects: 0, words: 0 }],
  terms: [{
    term: "digital twin", query: '"digital twin" AND (energy)', projects: 12,
    years: [{ year: 2021, projects: 2, share: 0.02 }, { year: 2022, projects: 10, share: 0.2 }, { year: 2023, projects: 0, share: null }],
    growth: { per_year: 1.5, low: 1.2, high: null }, z: 6.1, chance: 0.0001,
  }],
};
const watch: CountedWatch = { id: 3, name: "Mentors", query: "mentor", filters: [{ facet: "country", value: "PT" }], created_at: "2026-11-01T00:00:00Z", seen_at: "2026-11-01T00:00:00Z", added: 1, changed: 0 };
const card = { id: "demo-1", title: "Mentors in Porto", acronym: "", programme: "Erasmus+", action: "", status: "finished" as const, start: null, end: null, grant_eur: null, coordinator: null, countries: [], score: 1 };
const news: WatchNews = { watch, total: 1, added: 1, changed: 0, projects: [{ ...card, news: "added" }], next_cursor: null, up_to: "7.120", catching_up: false };
const ana = { person: 3, name: "Ana", mail: "ana@example.org", grants: [] };

const api = answered_api(() => ({ "/api/v1/scouting/rising": nothing, "/api/v1/scouting/rising?q=energy&filter[country]=PT": rising }));

it("says that too little is known where there are too few projects", async () => {
  open_page("/scouting");
  expect(await screen.findByText(/There are too few projects here/)).toBeTruthy();
  expect(screen.getByRole("link", { name: "Sign in to follow searches." })).toBeTruthy();
}, 60_000);

it("opens each number to its projects, with the filters of the field", async () => {
  open_page("/scouting?q=energy&filter[country]=PT");
  const row = within(await screen.findByRole("row", { name: /digital twin/ }));
  expect(row.getByText("at least +20%")).toBeTruthy();
  expect(row.getByRole("img", { name: /2021 2%, 2022 20%, 2023 no projects/ })).toBeTruthy();
  const of_year = new URL(row.getByRole("link", { name: "10", hidden: true }).getAttribute("href")!, "http://localhost");
  expect(of_year.searchParams.get("q")).toBe('"digital twin" AND (energy)');
  expect(of_year.searchParams.getAll("filter[year]")).toEqual(["2022"]);
  expect(of_year.searchParams.getAll("filter[country]")).toEqual(["PT"]);
  const all = new URL(row.getByRole("link", { name: "12" }).getAttribute("href")!, "http://localhost");
  expect(all.searchParams.getAll("filter[year]")).toEqual(["2021..2023"]);
  expect(screen.getByText("Only: Country of any organisation: Portugal")).toBeTruthy();
}, 60_000);

it("shows what is new in a watch and marks as seen what was shown", async () => {
  api.answers["/api/v1/account"] = { account: ana, csrf_token: "token" };
  api.answers["/api/v1/scouting/watches"] = { total: 1, watches: [watch] };
  api.answers["/api/v1/scouting/watches/3/new"] = news;
  const user = userEvent.setup();
  open_page("/scouting");
  expect(await screen.findByText("1 new, 0 changed")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Show what is new: Mentors" }));
  expect(await screen.findByRole("link", { name: "Mentors in Porto" })).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Mark as seen" }));
  await vi.waitFor(() => expect(api.written).toHaveLength(1));
  expect(api.written[0]).toEqual({ csrf: "token", method: "POST", path: "/api/v1/scouting/watches/3/seen", body: { up_to: "7.120" } });
}, 60_000);

it("tells somebody without watches how to get one", async () => {
  api.answers["/api/v1/account"] = { account: ana, csrf_token: "token" };
  api.answers["/api/v1/scouting/watches"] = { total: 0, watches: [] };
  open_page("/scouting");
  expect(await screen.findByText(/You follow no search yet/)).toBeTruthy();
}, 60_000);
