// @vitest-environment jsdom
// The page of providers, against an API that is answered here.
import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import type { ProviderList } from "../../api/adoption_types";
import { answered_api, open_page } from "../testing/answered_api";

const mentors = { id: 7, title: "Mentors" };
const list: ProviderList = {
  total: 3, as_of: "2026-11-29",
  providers: [
    { id: 1, name: "Escola A", member_state: "PT", organisation: "31-escola-a", learners: 320, revision: 1, adoptions: [
      { id: 5, innovation: { id: 8, title: "Diaries" }, adopted: "2023-02-01", stopped: "2025-02-01", in_use: false },
      { id: 6, innovation: mentors, adopted: "2024-05-01", stopped: null, in_use: true }] },
    { id: 2, name: "Escola B", member_state: "PT", organisation: null, learners: null, revision: 1, adoptions: [] },
    { id: 3, name: "Liceu", member_state: "RO", organisation: null, learners: 40, revision: 1, adoptions: [
      { id: 9, innovation: mentors, adopted: "2023-02-01", stopped: "2025-02-01", in_use: false }] },
  ],
};

const api = answered_api(() => ({ "/api/v1/providers": list }));

it("counts by state what opens to its rows, and tells apart what is used, was used and is not known", async () => {
  open_page("/providers");
  const counts = within(await screen.findByRole("group", { name: "By Member State" }));
  const portugal = within(counts.getByRole("row", { name: /Portugal/ }));
  expect(portugal.getAllByRole("link").map((link) => [link.textContent, link.getAttribute("href")])).toEqual([["2", "#PT"], ["1", "#PT"]]);
  expect(counts.getByRole("row", { name: "Romania 1 0" })).toBeTruthy();
  const rows = within(screen.getByRole("region", { name: "Portugal" }));
  expect(rows.getByRole("row", { name: "Escola A 320 Diaries from 1 Feb 2023 to 1 Feb 2025 Mentors since 1 May 2024" })).toBeTruthy();
  expect(rows.getByRole("row", { name: "Escola B not known No record" })).toBeTruthy();
  expect(rows.getByRole("link", { name: "Mentors" }).getAttribute("href")).toBe("/innovations/7/adoption#rows");
  expect(rows.getByRole("link", { name: "Escola A" }).getAttribute("href")).toBe("/organisations/31-escola-a");
}, 60_000);

it("says who can add the first provider where there is none", async () => {
  api.answers["/api/v1/providers"] = { total: 0, as_of: "2026-11-29", providers: [] };
  open_page("/providers");
  expect(await screen.findByText(/officer of a national agency can add the first one/)).toBeTruthy();
}, 60_000);
