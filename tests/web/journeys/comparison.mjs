// The officer of a ministry sets three innovations side by side for her state and opens a mainstreaming case; how one of them may spread.
import assert from "node:assert/strict";
import { axe_violations } from "../axe.mjs";
import { eventually, finds, sign_in } from "../visit.mjs";
import { photograph_both } from "./appearance.mjs";

const TITLES = ["Lathes that listen", "Looms that count", "Forges that cool"];
/** Providers that began with the first, year by year: a curve that has been at its top. */
const BEGAN = [1, 2, 4, 5, 4, 2];

async function assert_fit(page, name) {
  assert.deepEqual(await axe_violations(page), []);
  await photograph_both(page, name);
}

/** What other pages do: written in the session of who is signed in. */
async function write_all(visit, writes) {
  const { csrf_token } = await visit.api("/account");
  const answers = [];
  for (const [path, data] of writes) {
    const answer = await visit.context.request.post(`${visit.address}/api/v1${path}`, { data, headers: { "x-csrf-token": csrf_token } });
    assert.ok(answer.ok(), await answer.text());
    answers.push(await answer.json());
  }
  return answers;
}

async function adopted_over_years(visit, innovation) {
  const last_year = new Date().getUTCFullYear() - 1;
  const years = BEGAN.flatMap((providers, at) => Array(providers).fill(last_year - BEGAN.length + 1 + at));
  const added = await write_all(visit, years.map((_, at) => ["/providers", { name: `Maltese school ${at + 1}`, member_state: "MT" }]));
  await write_all(visit, years.map((year, at) => [
    `/innovations/${innovation}/adoption`, { provider: added[at].id, adopted: `${year}-09-01`, source: "register" }]));
}

export const journeys = [
  {
    name: "comparison: an officer sets three innovations side by side for her state and opens a case",
    needs_program: true,
    async walk(visit, server) {
      const { page } = visit;
      await sign_in(page, server.link_of("nils.team@example.org", "Nils Team", ["innovator", "61"]));
      const made = await write_all(visit, TITLES.map((title) => ["/innovations", {
        title, problem: `${title} are missing.`, what_is_new: title, theory_of_change: "Who hears it learns it.",
        member_state: "PT", organisation: "61" }]));
      await sign_in(page, server.link_of("maria.officer@example.org", "Maria Officer", ["national_agency_officer", "MT"]));
      await adopted_over_years(visit, made[0].id);

      await page.goto("/innovations");
      await page.getByRole("link", { name: "Compare innovations for a state" }).click();
      await page.getByText("Choose at least one innovation.").waitFor();
      await assert_fit(page, "compare-empty");
      await page.getByLabel("Member State").selectOption({ label: "Malta" });
      for (const title of TITLES) {
        await page.getByLabel("Innovation", { exact: true }).selectOption({ label: title });
        await page.getByRole("button", { name: "Add it" }).click();
        await page.getByRole("button", { name: `Take away: ${title}` }).waitFor();
      }
      const table = page.getByRole("table", { name: "Compare innovations for Malta" });
      await table.getByRole("columnheader", { name: TITLES[2] }).waitFor();
      await eventually(async () => assert.equal(new URL(page.url()).search, `?state=MT&${made.map(({ id }) => `innovation=${id}`).join("&")}`));
      const use = table.getByRole("row", { name: /^Use so far/ });
      await use.getByText("In Malta 18 of 18 providers heard from use it.").waitFor();
      await finds(use.getByText("No provider was heard from."), 2, "what nobody knows is said to be so");
      await table.getByRole("row", { name: /^Readiness of the state/ }).getByText(/Not known/).first().waitFor();
      await table.getByText("What it rests on").first().click();
      await assert_fit(page, "compare");

      await page.reload();
      await table.getByRole("button", { name: `Prepare a case: ${TITLES[0]}` }).click();
      const form = page.getByRole("region", { name: `Prepare a case for Malta: ${TITLES[0]}` });
      await eventually(async () => assert.equal(await form.getByLabel("Member State").inputValue(), "MT"));
      await form.getByLabel("Competent authority").fill("Ministry of Education");
      await form.getByRole("button").last().click();
      await page.getByRole("heading", { level: 1, name: `Mainstreaming: ${TITLES[0]}` }).waitFor();
      await page.goBack();
      await table.getByRole("link", { name: "Open the case" }).waitFor();

      await table.getByRole("columnheader").getByRole("link", { name: TITLES[0] }).click();
      await page.getByRole("heading", { level: 1, name: `Mainstreaming potential: ${TITLES[0]}` }).waitFor();
      await page.getByRole("region", { name: "Forecast of use" }).getByText(/^By \d{4} some \d+ providers will have adopted it/).waitFor();
      await assert_fit(page, "potential");
      await page.goto(`/innovations/${made[0].id}/adoption`);
      await page.getByRole("region", { name: "Forecast" }).getByRole("img", { name: /^Providers that ever adopted it, and the forecast/ }).waitFor();
      await assert_fit(page, "forecast");
      await page.goto(`/innovations/${made[1].id}/adoption`);
      await page.getByRole("region", { name: "Forecast" }).getByText(/^There is no forecast/).waitFor();
    },
  },
];
