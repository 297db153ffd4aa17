// @vitest-environment jsdom
// The page of adoption as a visitor and the officer of a national agency meet it, against an API that is answered here.
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import type { Adoption } from "../../api/adoption_types";
import { answered_api, open_page } from "../testing/answered_api";

const silent: Adoption = {
  innovation: { id: 7, title: "Mentors" }, member_state: null, as_of: "2026-11-29", source: "records", changed: null,
  coverage: { using: 0, reporting: 0, in_scope: 3, share: null, rows: [] },
  states: [{ member_state: "PT", using: 0, reporting: 0, in_scope: 3, share: null, rows: [] }],
  spread: [], records: [], replies: [],
  forecast: { whole_years: 0, points: [], from: null, to: null, model: null, why_not: { code: "too_few_periods", text: "0 periods are too few" } },
};
const spread: Adoption = {
  ...silent, changed: "2026-11-01T00:00:00Z",
  coverage: { using: 1, reporting: 2, in_scope: 3, share: 0.5, rows: [11] },
  states: [{ member_state: "PT", using: 1, reporting: 2, in_scope: 3, share: 0.5, rows: [11] }],
  spread: [{ year: 2025, adopted: 1, in_use: 1 }, { year: 2026, adopted: 1, in_use: 1 }],
  records: [{ id: 11, provider: { id: 1, name: "Escola A", member_state: "PT" }, adopted: "2025-03-01", stopped: null, in_use: true, fidelity: null, source: "survey", revision: 2, changed: "2026-11-01T00:00:00Z" }],
  replies: [{ provider: { id: 2, name: "Escola B", member_state: "PT" }, day: "2026-05-01", source: "letter" }],
};
const officer = { person: 4, name: "Rui", mail: "rui@example.org", grants: [{ role: "national_agency_officer", scope: "PT" }] };

const api = answered_api(() => ({
    "/api/v1/innovations/7/adoption": silent,
    "/api/v1/providers": { total: 1, as_of: "2026-11-29", providers: [{ id: 3, name: "Escola C", member_state: "PT", organisation: null, learners: null, revision: 1, adoptions: [] }] },
  }));

it("says that nothing is known where nobody was heard from, and no zero", async () => {
  open_page("/innovations/7/adoption");
  expect(await screen.findByText("Nobody was heard from, so the share is not known. That is not 0.")).toBeTruthy();
  expect(screen.getByText("not known")).toBeTruthy();
  expect(screen.queryByText("0%")).toBeNull();
  expect(screen.getByText("No provider has adopted it yet.")).toBeTruthy();
  const forecast = within(screen.getByRole("region", { name: "Forecast" }));
  expect(forecast.getByText(/There is no forecast: fewer than five whole years/)).toBeTruthy();
  expect(forecast.queryByRole("img")).toBeNull();
}, 60_000);

it("shows the share with how many were heard, the curve with its table, and the rows", async () => {
  api.answers["/api/v1/innovations/7/adoption"] = spread;
  open_page("/innovations/7/adoption");
  expect(await screen.findByText("50%: 1 of 2 providers heard from, of 3 known.")).toBeTruthy();
  const curve = within(screen.getByRole("region", { name: "How it spread" }));
  expect(curve.getByRole("img", { name: /from 2025 to 2026/ })).toBeTruthy();
  expect(curve.getByRole("rowheader", { name: "2026", hidden: true })).toBeTruthy();
  const rows = within(screen.getByRole("region", { name: "The records behind the numbers" }));
  expect(rows.getByRole("row", { name: /Escola A.*still in use.*Nobody looked.*survey/ })).toBeTruthy();
  expect(rows.getByRole("row", { name: /Escola B.*letter/ })).toBeTruthy();
  expect(screen.queryByText("Record that a provider uses it")).toBeNull();
}, 60_000);

it("shows the forecast as a band and as its table", async () => {
  api.answers["/api/v1/innovations/7/adoption"] = {
    ...spread,
    forecast: {
      whole_years: 1, from: 2025, to: 2025, why_not: null,
      points: [{ year: 2026, adopted: 12.4, interval: [8, 20] }],
      model: { name: "bass", level: 0.95, market: { value: 40, interval: [30, 55] }, innovation: { value: 0.01, interval: [0, 0.1] }, imitation: { value: 0.5, interval: [0.2, 1] } },
    },
  };
  open_page("/innovations/7/adoption");
  const forecast = within(await screen.findByRole("region", { name: "Forecast" }));
  expect(forecast.getByRole("img", { name: /from 2025 to 2026/ })).toBeTruthy();
  expect(forecast.getByText("All that will ever adopt it: some 40 (30 to 55).")).toBeTruthy();
  expect(forecast.getByRole("row", { name: "2026 12 8 20" })).toBeTruthy();
}, 60_000);

it("shows each state on the map as it is known, and leads from its number to the records behind it", async () => {
  api.answers["/api/v1/innovations/7/adoption"] = {
    ...spread,
    states: [
      { member_state: "FI", using: 0, reporting: 0, in_scope: 2, share: null, rows: [] },
      { member_state: "IE", using: 0, reporting: 4, in_scope: 4, share: 0, rows: [] },
      ...spread.states,
    ],
  };
  open_page("/innovations/7/adoption");
  const map = within(await screen.findByRole("figure", { name: "Providers that use it, by Member State" }));
  expect(map.getAllByTitle(/^(Finland|Ireland|Portugal|Malta)/).map(({ title }) => title)).toEqual([
    "Finland: not known, as none of 2 providers was heard from",
    "Ireland: 0 of 4 providers heard from",
    "Portugal: 1 of 2 providers heard from",
    "Malta: no provider is known",
  ]);
  const links = map.getAllByRole("link");
  expect(links.map((link) => link.getAttribute("href"))).toEqual(["#rows-PT"]);
  const behind = document.getElementById("rows-PT")!;
  expect(within(behind).getByRole("rowheader", { name: "Portugal: 1 record, 1 in use" })).toBeTruthy();
  expect(within(behind).getByRole("rowheader", { name: "Escola A" })).toBeTruthy();
}, 60_000);

it("lets the state's officer correct a record with the revision that was read, and record another", async () => {
  api.answers["/api/v1/account"] = { account: officer, csrf_token: "token" };
  api.answers["/api/v1/innovations/7/adoption"] = spread;
  const user = userEvent.setup();
  open_page("/innovations/7/adoption");
  await user.click(await screen.findByText("Correct: Escola A"));
  await user.type(screen.getByLabelText("It stopped on"), "2026-10-01");
  await user.click(screen.getByRole("button", { name: "Save" }));
  await vi.waitFor(() => expect(api.written).toHaveLength(1));
  expect(api.written[0]).toEqual({
    csrf: "token", method: "PUT", path: "/api/v1/adoption/11", body: { revision: 2, stopped: "2026-10-01", fidelity: null, source: "survey" } });
  await user.click(await screen.findByText("Record that a provider uses it"));
  await user.type(screen.getByLabelText("Since"), "2026-09-01");
  const form = within(screen.getByText("Record that a provider uses it").closest("details")!);
  await user.type(form.getByLabelText("Where this is known from"), "visit");
  await user.click(form.getByRole("button", { name: "Record it" }));
  await vi.waitFor(() => expect(api.written).toHaveLength(2));
  expect(api.written[1]).toEqual({
    csrf: "token", method: "POST", path: "/api/v1/innovations/7/adoption", body: { provider: 3, adopted: "2026-09-01", fidelity: null, source: "visit" } });
}, 60_000);
