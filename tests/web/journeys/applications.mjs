// How states apply the framework: from the heat map to one item of one state. The API's answers are invented here, as the
// demonstration has no agreed version.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { application_of_portugal, applications_overview } from "../fixture/applications.mjs";
import { axe_violations } from "../axe.mjs";
import { screenshots } from "../visit.mjs";

const WIDTHS = [360, 768, 1440];

async function answer(page) {
  const json = (body) => (route) => route.fulfill({ json: body });
  await page.route(/\/api\/v1\/applications(\?.*)?$/, json(applications_overview));
  await page.route(/\/api\/v1\/applications\/PT(\?.*)?$/, json(application_of_portugal));
}

export const journeys = [
  {
    name: "applications: from a cell of the heat map to the item there",
    async walk({ page }) {
      await answer(page);
      await page.goto("/");
      await page.getByRole("link", { name: "Applied by states" }).click();
      const map = page.getByRole("table");
      assert.equal(await map.getByRole("columnheader", { name: "Ireland" }).count(), 1);
      assert.equal(await map.getByRole("cell", { name: "no application" }).count(), 19);
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
      assert.match(page.url(), /\/applications\/PT\/1\.0\.0#P9$/);
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
  ...["light", "dark"].map((colorScheme) => ({
    name: `applications: nothing sticks out and axe finds nothing, ${colorScheme}`,
    visitor: { colorScheme },
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
          await page.screenshot({ path: join(screenshots, `${name}-${colorScheme}-${width}.png`) });
        }
      }
      assert.deepEqual(found, []);
    },
  })),
];
