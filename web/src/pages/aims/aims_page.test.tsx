// @vitest-environment jsdom
// The pages of the two aims as a visitor and the officer of a national agency meet them, against an API that is answered here.
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import type { AimMeasure, AimSeries, AimUnit, Aims } from "../../api/aims_types";
import { answered_api, open_page } from "../testing/answered_api";

const series = (measure: AimMeasure, unit: AimUnit, part: string | null, values: (number | null)[]): AimSeries => ({
  figure: part === null ? measure : `${measure}-${part}`, measure, part, unit,
  years: values.map((value, index) => ({
    year: 2024 + index, value, as_of: `${2024 + index}-12-31`, source: "records", heard: value === null ? 0 : 4, in_scope: null,
    rows: value === null ? 0 : 2,
  })),
});
const portugal: Aims = {
  state: "PT", from: 2024, to: 2025, scope: null,
  contribution: [series("enterprises_in_vet_projects", "count", null, [3, 2]), series("vet_degree", "partners", null, [null, null])],
  incidence: [series("stage_entries", "per_hundred_providers", "identified", [null, 5]), series("stage_entries", "per_hundred_providers", "testing", [null, null])],
};
const answer = {
  provider: { id: 3, name: "Escola C" }, answered: "2025-05-01", learners: 200, learners_reached: null, source: "survey", revision: 2,
  changed: "2025-05-02T00:00:00Z", innovations: [{ implemented: "2025-01-10", type: "pedagogy", novelty: "region" }],
};
const officer = { person: 4, name: "Rui", mail: "rui@example.org", grants: [{ role: "national_agency_officer", scope: "PT" }] };
const firm = (id: number, name: string) => ({ names: [{ kind: "organisation", id, slug: `${id}-firm`, name }], value: null });

const api = answered_api(() => ({
  "/api/v1/aims": {
    as_of: "2026-11-29", source: "records",
    states: [{ state: "PT", vet_providers_in_catalogue: 7, providers_listed: 1, providers_in_scope: null, providers_answered: 1 }],
  },
  "/api/v1/aims/PT": portugal,
  "/api/v1/aims/PT/answers": { total: 1, answers: [answer] },
  "/api/v1/aims/PT/enterprises_in_vet_projects/rows?year=2025": { total: 2, rows: [firm(8, "Oficina A")], next_cursor: "8" },
  "/api/v1/aims/PT/enterprises_in_vet_projects/rows?year=2025&cursor=8": { total: 2, rows: [firm(9, "Oficina B")], next_cursor: null },
  "/api/v1/providers": { total: 1, providers: [{ id: 3, name: "Escola C", member_state: "PT", organisation: null, learners: null, revision: 1 }] },
}));

it("leads from the states to the two aims of one", async () => {
  open_page("/aims");
  const row = within(await screen.findByRole("row", { name: /Portugal/ }));
  expect(row.getByText("not known")).toBeTruthy();
  expect(screen.getByText(/As of 29 .*2026\. Source: organisations of the catalogue/)).toBeTruthy();
  await userEvent.setup().click(row.getByRole("link", { name: "Portugal" }));
  expect(await screen.findByRole("heading", { level: 1, name: "The two aims: Portugal" })).toBeTruthy();
}, 60_000);

it("opens the count of VET providers in the catalogue to these, page by page", async () => {
  const page = { state: "PT", as_of: "2026-11-29", source: "types", total: 2 };
  api.answers["/api/v1/aims/PT/organisations"] = { ...page, organisations: [{ id: "3-escola-c", name: "Escola C", stated_type: "School" }], next_cursor: "3" };
  api.answers["/api/v1/aims/PT/organisations?cursor=3"] = { ...page, organisations: [{ id: "4-escola-d", name: "Escola D", stated_type: null }], next_cursor: null };
  const user = userEvent.setup();
  open_page("/aims");
  await user.click(await screen.findByRole("link", { name: "7" }));
  const list = within(await screen.findByRole("region", { name: "VET providers in the catalogue" }));
  expect((await list.findByRole("link", { name: "Escola C" })).getAttribute("href")).toBe("/organisations/3-escola-c");
  await user.click(list.getByRole("button", { name: "Show more" }));
  expect(await list.findByRole("link", { name: "Escola D" })).toBeTruthy();
  expect(list.getByText("2 of 2")).toBeTruthy();
}, 60_000);

it("keeps the two aims apart, and says of what nothing is known", async () => {
  open_page("/aims/PT");
  const contribution = within(await screen.findByRole("region", { name: "Contribution of VET to innovation" }));
  const incidence = within(screen.getByRole("region", { name: "Incidence of innovation in VET" }));
  expect(contribution.getByText(/Known of 4 of a number that nobody has told/)).toBeTruthy();
  expect(contribution.getByText("Nothing is known of these years. That is not 0.")).toBeTruthy();
  expect(contribution.queryByText("Innovations entering a stage")).toBeNull();
  expect(incidence.getByText(/Nobody has said yet how many providers the state has/)).toBeTruthy();
  await userEvent.setup().selectOptions(incidence.getByLabelText("Show"), "Testing");
  expect(incidence.getByText("Nothing is known of these years. That is not 0.")).toBeTruthy();
  expect(screen.queryByText("Record an answer of a provider")).toBeNull();
}, 60_000);

it("opens a figure to its rows, page by page", async () => {
  const user = userEvent.setup();
  open_page("/aims/PT");
  const figure = within(await screen.findByRole("region", { name: "Enterprises in VET innovation projects" }));
  await user.click(figure.getByText("Every year, as a table"));
  await user.click(figure.getByRole("button", { name: "2 rows behind 2025" }));
  expect((await figure.findByRole("link", { name: "Oficina A" })).getAttribute("href")).toBe("/organisations/8-firm");
  await user.click(figure.getByRole("button", { name: "Show more" }));
  expect(await figure.findByRole("link", { name: "Oficina B" })).toBeTruthy();
  expect(figure.getByText("2 of 2")).toBeTruthy();
}, 60_000);

it("lets the officer record an answer, and correct one with the revision that was read", async () => {
  api.answers["/api/v1/account"] = { account: officer, csrf_token: "token" };
  const user = userEvent.setup();
  open_page("/aims/PT");
  await user.click(await screen.findByText("Record an answer of a provider"));
  const form = within(screen.getByText("Record an answer of a provider").closest("details")!);
  await user.type(form.getByLabelText("Answered on"), "2025-06-01");
  await user.click(form.getByRole("button", { name: "Add an innovation" }));
  await user.type(form.getByLabelText("In use since"), "2025-03-01");
  await user.selectOptions(form.getByLabelText("To whom it is new"), "The region");
  await user.type(form.getByLabelText("Learners"), "120");
  await user.type(form.getByLabelText("Where this is known from"), "letter");
  await user.click(form.getByRole("button", { name: "Record it" }));
  await vi.waitFor(() => expect(api.written).toHaveLength(1));
  expect(api.written[0]).toEqual({
    csrf: "token", method: "POST", path: "/api/v1/providers/3/answers",
    body: { answered: "2025-06-01", learners: 120, learners_reached: null, source: "letter", innovations: [{ implemented: "2025-03-01", type: "product", novelty: "region" }] } });

  const correction = within(screen.getByText("Correct: Escola C, 1 May 2025").closest("details")!);
  await user.click(screen.getByText("Correct: Escola C, 1 May 2025"));
  await user.click(correction.getByRole("button", { name: "Remove innovation 1" }));
  await user.click(correction.getByRole("button", { name: "Save" }));
  await vi.waitFor(() => expect(api.written).toHaveLength(2));
  expect(api.written[1]).toMatchObject({ path: "/api/v1/providers/3/answers", body: { answered: "2025-05-01", innovations: [], learners: 200, revision: 2 } });
}, 60_000);
