// @vitest-environment jsdom
// A hub as a reader of another language and its manager meet it, against an API that is answered here.
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import type { Hub, HubFigures } from "../../api/hub_types";
import { answered_api, open_page } from "../testing/answered_api";

const south: Hub = {
  slug: "south", state: "open", revision: 4, created: "2026-01-01T00:00:00Z", changed: "2026-01-02T00:00:00Z",
  texts: [{ language: "fr", name: "Le sud", description: "Ce qui s'y fait.\nEt plus." }, { language: "el", name: "Ο νότος", description: "" }],
  filter: { query: "mentor*", choices: [{ facet: "country", value: "PT" }] },
  curators: { role: "hub_manager", people: 2 },
  news: [
    { number: 2, language: "fr", title: "Deuxième", body: "Texte.", day: "2026-03-02", state: "published", role: "hub_manager", published: "2026-03-02T10:00:00Z" },
    { number: 1, language: "en", title: "First", body: "Text.", day: "2026-03-01", state: "published", role: "hub_manager", published: "2026-03-01T10:00:00Z" },
  ],
  calls: [], highlights: [], pilots: [], next: [{ act: "close", to: "closed", who: ["hub_manager"], missing: [] }], your_roles: ["visitor"], may_edit: false,
};
const quarter = { from: "2026-01-01", to: "2026-03-31", countries: 2, query: "(mentor*) AND start:2026-01..2026-03", members_known: 3 };
const figures: HubFigures = {
  hub: "south", as_of: "2026-11-30", source: "projects", filter: south.filter,
  coverage: { projects: 9, shown: 3, earlier: 4, later: 1, without_start: 1, grant_known: 2, members_known: 3, organisations: 5, country_unknown: 0 },
  quarters: [{ ...quarter, quarter: "2026-Q1", projects: 3, organisations: 5, newcomers: 1, grant_eur: 1000, grant_known: 2 },
    { ...quarter, quarter: "2026-Q2", projects: 0, organisations: 0, newcomers: 0, countries: 0, grant_eur: null, grant_known: 0 }],
  countries: [{ country: "PT", organisations: 5 }],
};
const offers = { as_of: "2026-11-30", source: "organisations", total: 0, offers: [] };
const api = answered_api(() => ({ "/api/v1/hubs/south": south, "/api/v1/hubs/south/figures": figures, "/api/v1/hubs/south/offers": offers }));

it("says the language of what is not the reader's, and puts the reader's news first", async () => {
  open_page("/hubs/south");
  const name = await screen.findByText("Le sud");
  expect(name.getAttribute("lang")).toBe("fr");
  expect(screen.getByText("Et plus.").parentElement?.getAttribute("lang")).toBe("fr");
  const news = within(screen.getByRole("region", { name: "News" }));
  expect(news.getAllByRole("heading", { level: 3 }).map((one) => [one.textContent, one.getAttribute("lang")])).toEqual([["First", "en"], ["Deuxième", "fr"]]);
  expect(screen.getByText("Manager of a hub: 2 people")).toBeTruthy();
  expect(screen.queryByText("Edit this hub")).toBeNull();
}, 60_000);

it("says where nobody from here offers or seeks anything", async () => {
  open_page("/hubs/south");
  const section = within(await screen.findByRole("region", { name: "Offers and requests from here" }));
  expect(await section.findByText("No organisation from here offers or seeks a partnership at present.")).toBeTruthy();
  expect(section.getByRole("link", { name: "All offers and requests" }).getAttribute("href")).toBe("/offers");
}, 60_000);

it("has the pilots and offers of a theme where it has no places", async () => {
  const pilot = { id: 7, site: "A school in Finland", member_state: "FI", state: "running" as const, innovation: { id: 3, title: "A repair café" } };
  api.answers["/api/v1/hubs/south"] = { ...south, filter: { query: "repair", choices: [] }, pilots: [pilot] };
  open_page("/hubs/south");
  const section = within(await screen.findByRole("region", { name: "Pilots on this theme" }));
  expect(section.getByRole("link", { name: "A repair café: A school in Finland" }).getAttribute("href")).toBe("/pilots/7");
  expect(await screen.findByText("No organisation of these projects offers or seeks a partnership at present.")).toBeTruthy();
}, 60_000);

it("shows what is not known as not known, and leads from a number to its rows", async () => {
  open_page("/hubs/south");
  const row = await screen.findByRole("row", { name: /^Q1 2026/ });
  expect(row.textContent).toContain("(known of 2 of 3)");
  expect(within(row).getByRole("link", { name: "3" }).getAttribute("href")).toBe(
    "/?q=(mentor*)+AND+start:2026-01..2026-03&filter[country]=PT");
  expect(screen.getByText(/4 begin earlier, 1 later, and of 1 the day is not known/)).toBeTruthy();
}, 60_000);

it("sends a manager's news with the revision that was read", async () => {
  api.answers["/api/v1/account"] = { account: { person: 4, name: "Ada", mail: "a@example.org", grants: [] }, csrf_token: "token" };
  api.answers["/api/v1/hubs/south"] = { ...south, may_edit: true };
  const user = userEvent.setup();
  open_page("/hubs/south/edit");
  await user.click(await screen.findByText("Publish news"));
  await user.type(screen.getByLabelText("Title"), "Troisième");
  await user.type(screen.getByLabelText("Text"), "Du texte.");
  const preview = within(screen.getByRole("group", { name: "Preview" }));
  expect(preview.getByRole("heading", { name: "Troisième" }).getAttribute("lang")).toBe("fr");
  await user.click(screen.getByRole("button", { name: "Publish" }));
  await vi.waitFor(() => expect(api.written).toHaveLength(1));
  expect(api.written[0]).toMatchObject({
    method: "POST", path: "/api/v1/hubs/south/news", csrf: "token", body: { revision: 4, language: "fr", title: "Troisième", body: "Du texte." } });
}, 60_000);

it("takes filters from the address of a search", async () => {
  api.answers["/api/v1/hubs/south"] = { ...south, may_edit: true };
  const user = userEvent.setup();
  open_page("/hubs/south/edit");
  await user.type(await screen.findByLabelText("Filters: the address of a search"), "https://x.example/?q=a&filter[[country]=FR&filter[[country]=IT");
  await user.click(screen.getByRole("button", { name: "Save" }));
  await vi.waitFor(() => expect(api.written).toHaveLength(1));
  expect(api.written[0]).toMatchObject({
    method: "PUT", path: "/api/v1/hubs/south",
    body: { query: "mentor*", choices: [{ facet: "country", value: "FR" }, { facet: "country", value: "IT" }], texts: south.texts },
  });
}, 60_000);
