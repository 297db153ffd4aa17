// How states apply the framework: from the heat map to one item of one state. The API's answers are invented here, as the
// demonstration has no agreed version.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { application_of_portugal, applications_overview } from "../fixture/applications.mjs";
import { eventually, finds, screenshots } from "../visit.mjs";
import { axe_violations } from "../axe.mjs";

const WIDTHS = [360, 768, 1440];

async function answer(page) {
  const json = (body) => (route) => route.fulfill({ json: body });
  await page.route(/\/api\/v1\/applications(\?.*)?$/, json(applications_overview));
  await page.route(/\/api\/v1\/applications\/PT(\?.*)?$/, json(application_of_portugal));
}

/** Signs in by a link of server.link_of(), and gives a function that writes through the API as whoever that is. */
async function signed_in(visit, link) {
  const { page, context, address } = visit;
  await page.goto(link);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("button", { name: "Sign out" }).waitFor();
  const { csrf_token } = await visit.api("/account");
  return async (method, path, data) => {
    const answer = await context.request.fetch(`${address}/api/v1${path}`, { method, data, headers: { "x-csrf-token": csrf_token } });
    assert.ok(answer.ok(), `${method} ${path}: ${await answer.text()}`);
  };
}

/** Version 0.9.0 is drafted from the starter and agreed by Portugal alone. */
async function agree_on_a_version(visit, write) {
  await write("POST", "/framework/versions", { number: "0.9.0", title: "Agreed text", based_on: "0.1.0" });
  await write("POST", "/framework/rules", { majority: "unanimity", quorum_percent: 50, entitled: [{ state: "PT", population: 1 }] });
  const move = async (act) => {
    const { revision } = await visit.api("/framework/versions/0.9.0");
    await write("POST", "/framework/versions/0.9.0/moves", { revision, act });
  };
  await move("consult");
  await move("propose");
  await write("POST", "/framework/versions/0.9.0/positions", { state: "PT", kind: "agree" });
  await move("agree");
}

/** In a real installation; it leaves an agreed version behind, so it comes last. */
export const last_journeys = [
  {
    name: "applications: a state applies a version, and a peer from another state sees less",
    needs_program: true,
    async walk(visit, server) {
      const { page } = visit;
      const roles = [["framework_steward"], ["member_state_representative", "PT"]];
      await agree_on_a_version(visit, await signed_in(visit, server.link_of("ana@example.org", "Ana", ...roles)));

      await page.goto("/applications");
      await page.getByText("0 of 1 states apply this version").waitFor();
      await page.getByRole("button", { name: "Begin an application" }).click();
      await page.locator("form").getByRole("button", { name: "Begin an application" }).click();
      await page.getByRole("heading", { level: 1, name: "Portugal" }).waitFor();
      const item = page.getByRole("region", { name: /^E1 / });
      await item.getByText("Nothing is said of it yet.").waitFor();
      await item.getByRole("button", { name: "Edit what is said of E1" }).click();
      await item.getByLabel("Status").selectOption({ label: "In place" });
      await item.getByLabel("Level, as your state sees it").selectOption({ label: "3 Established" });
      await item.getByLabel("Evidence").fill("https://example.org/decree");
      await item.getByRole("button", { name: "Keep this" }).click();
      await item.getByRole("link", { name: "example.org/decree" }).waitFor();
      await item.getByRole("button", { name: "Set a target for E1" }).click();
      assert.deepEqual(await axe_violations(page), []);
      await item.getByLabel("Level to reach").selectOption({ label: "4 Embedded and learning" });
      await item.getByRole("button", { name: "Keep this" }).click();
      await page.getByRole("region", { name: "Gap to target" }).getByRole("row", { name: /E1/ }).waitFor();

      await page.context().clearCookies();
      await signed_in(visit, server.link_of("paavo@example.org", "Paavo", ["national_agency_officer", "FI"]));
      await page.goto("/applications/PT");
      await item.getByRole("button", { name: "Assess E1 as a peer" }).click();
      await item.getByLabel("Level that you see").selectOption({ label: "2 Emerging" });
      await item.getByLabel("Reasons").fill("Seen in one school of three.");
      await item.getByRole("button", { name: "Keep this" }).click();
      await item.getByText(/Finland.*Seen in one school of three\./).waitFor();
      await page.getByText("peers see one level less").waitFor();

      await page.getByRole("link", { name: "Applied by states" }).click();
      await page.getByRole("link", { name: "2 Emerging, as peers see it" }).waitFor();
      await finds(page.getByRole("link", { name: "not assessed" }), 18);
    },
  },
];

export const journeys = [
  {
    name: "applications: from a cell of the heat map to the item there",
    async walk({ page }) {
      await answer(page);
      await page.goto("/");
      await page.getByRole("link", { name: "Applied by states" }).click();
      const map = page.getByRole("table");
      await map.getByRole("columnheader", { name: "Ireland" }).waitFor();
      await finds(map.getByRole("cell", { name: "no application" }), 19);
      assert.equal(await map.getByRole("columnheader", { name: /PT11/ }).count(), 0);
      await page.getByRole("checkbox", { name: "Show regions" }).check();
      await map.getByRole("columnheader", { name: /PT11/ }).waitFor();

      await page.getByRole("button", { name: /Order of states/ }).click();
      await page.getByRole("option", { name: "By level of E9", exact: true }).click();
      const codes = () => map.locator("thead .heat-place > [aria-hidden]").allTextContents();
      assert.equal((await codes()).at(-1).trim(), "IE");

      const column = (await codes()).map((code) => code.trim()).indexOf("PT");
      await map.getByRole("row", { name: /^P9 / }).getByRole("cell").nth(column).getByRole("link").click();
      await page.getByRole("heading", { level: 1, name: "Portugal" }).waitFor();
      await eventually(async () => assert.match(page.url(), /\/applications\/PT\/1\.0\.0#P9$/));
      await page.waitForFunction(() => {
        const { top } = document.getElementById("P9").getBoundingClientRect();
        return top >= 0 && top < innerHeight;
      });
    },
  },
  {
    name: "applications: without an agreed version the page says why it is empty",
    needs_program: true,
    async walk({ page }) {
      await page.goto("/applications");
      await page.getByText("No version of the framework is agreed yet").waitFor();
      await page.locator("main").getByRole("link", { name: "To the framework" }).click();
      await page.getByRole("heading", { level: 1, name: "Framework" }).waitFor();
    },
  },
  ...[{ colorScheme: "light" }, { colorScheme: "dark" }, { locale: "el" }, { locale: "de" }].map((visitor) => ({
    name: `applications: nothing sticks out and axe finds nothing, ${Object.values(visitor)}`,
    visitor,
    async walk({ page }) {
      await answer(page);
      mkdirSync(screenshots, { recursive: true });
      const found = [];
      for (const [name, path, ready] of [
        ["heat-map", "/applications", ".heat-cell"],
        ["application", "/applications/PT", ".applied-item"],
      ]) {
        await page.goto(path);
        await page.locator(ready).first().waitFor();
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 900 });
          const content = await page.evaluate(() => document.documentElement.scrollWidth);
          if (content > width) found.push(`${name}: ${content} px stick out of ${width} px`);
          for (const violation of await axe_violations(page)) found.push(`${name} at ${width} px: ${violation}`);
          await page.screenshot({ path: join(screenshots, `${name}-${Object.values(visitor)}-${width}.png`) });
        }
      }
      assert.deepEqual(found, []);
    },
  })),
];
