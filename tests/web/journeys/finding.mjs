// Searching: words, facets, chips, views, and the address bar that holds it all.
import assert from "node:assert/strict";
import { eventually, finds, first_link, results, search_box, settled } from "../visit.mjs";

export const journeys = [
  {
    name: "finding: as you type, facet, chip removed, back, project, organisation",
    async walk(visit) {
      const { page } = visit;
      await page.goto("/");
      await page.getByRole("heading", { level: 1, name: "Search European projects" }).waitFor();

      await search_box(page).pressSequentially("training");
      await page.waitForURL(/\?q=training$/);
      const all = await settled(page, visit);
      assert.ok(all.total > 0);
      await finds(results(page), Math.min(20, all.total));
      await page.locator(".result mark").first().waitFor();

      const country = page.getByRole("group", { name: "Country of any organisation" });
      const box = country.getByRole("checkbox").first();
      await box.press("Space");
      await page.waitForURL(/filter\[country\]=|filter%5Bcountry%5D=/);
      const filtered = await settled(page, visit);
      assert.ok(filtered.total > 0 && filtered.total <= all.total);
      const values = all.facets.find(({ name }) => name === "country").values;
      assert.equal(filtered.total, values[0].count, "the facet's count is what is found");

      await page.getByRole("button", { name: /^Remove filter Country of any organisation/ }).click();
      await page.waitForURL(/\?q=training$/);
      assert.equal((await settled(page, visit)).total, all.total);

      await page.goBack();
      await page.waitForURL(/country/);
      assert.equal((await settled(page, visit)).total, filtered.total);

      const title = await first_link(page).innerText();
      await first_link(page).click();
      await page.waitForURL(/\/projects\//);
      await page.getByRole("heading", { level: 1, name: title }).waitFor();
      const participants = page.getByRole("region", { name: /Who takes part/ });
      const organisation = participants.getByRole("link").first();
      const name = await organisation.innerText();
      await organisation.click();
      await page.waitForURL(/\/organisations\//);
      await page.getByRole("heading", { level: 1, name }).waitFor();
      await page.getByRole("region", { name: "Projects" }).getByRole("link", { name: title }).first().waitFor();
    },
  },
  {
    name: "finding: the address restores everything",
    async walk(visit) {
      const { page } = visit;
      await page.goto("/?q=training&filter[status]=finished&sort=title&view=table");
      const answer = await settled(page, visit);
      const titles = () => page.locator(".result-table tbody .result-link").allInnerTexts();
      assert.deepEqual(await titles(), answer.hits.map(({ title }) => title));
      await eventually(async () => assert.equal(await search_box(page).inputValue(), "training"));
      await page.getByRole("button", { name: "Remove filter Status: Finished" }).waitFor();
      await eventually(async () => assert.equal(await page.getByRole("columnheader", { name: "Project" }).getAttribute("aria-sort"), "ascending"));
      await page.reload();
      await settled(page, visit);
      assert.deepEqual(await titles(), answer.hits.map(({ title }) => title));
    },
  },
  {
    name: "finding: sort, view and load more",
    async walk(visit) {
      const { page } = visit;
      await page.goto("/?q=training");
      const answer = await settled(page, visit);
      await page.getByRole("button", { name: /Sort/ }).click();
      await page.getByRole("option", { name: "Largest grant first" }).click();
      await page.waitForURL(/sort=-grant/);
      const sorted = await settled(page, visit);
      assert.equal(await first_link(page).innerText(), sorted.hits[0].title);
      if (answer.total > 20) {
        await page.getByRole("button", { name: "Load more" }).click();
        await page.locator(".result").nth(20).waitFor();
        const focused = await page.evaluate(() => {
          const links = [...document.querySelectorAll(".result-link")];
          return links.indexOf(document.activeElement);
        });
        assert.equal(focused, 20, "the focus is on the first new result");
      }
      await page.getByRole("radio", { name: "Table" }).click();
      await page.waitForURL(/view=table/);
      await page.locator(".result-table").waitFor();
    },
  },
  {
    name: "finding: years by fields and by dragging over the chart",
    async walk(visit) {
      const { page } = visit;
      await page.goto("/?q=training");
      const answer = await settled(page, visit);
      const years = answer.facets.find(({ name }) => name === "year").values.filter(({ value }) => value !== "unknown");
      const [from, to] = [years[1].value, years[2].value];
      await page.getByRole("textbox", { name: "Start year: From" }).fill(from);
      await page.getByRole("textbox", { name: "Start year: to" }).fill(to);
      await page.getByRole("textbox", { name: "Start year: to" }).press("Enter");
      await page.waitForURL(new RegExp(`=${from}\\.\\.${to}`));
      const by_fields = await settled(page, visit);
      const expected = years.filter(({ value }) => value >= from && value <= to).reduce((sum, { count }) => sum + count, 0);
      assert.equal(by_fields.total, expected);

      const chart = await page.locator(".year-chart svg").boundingBox();
      await page.mouse.move(chart.x + 2, chart.y + chart.height / 2);
      await page.mouse.down();
      await page.mouse.move(chart.x + chart.width - 2, chart.y + chart.height / 2, { steps: 4 });
      await page.mouse.up();
      await page.waitForURL(new RegExp(`=${years[0].value}\\.\\.${years.at(-1).value}`));
      await settled(page, visit);
    },
  },
  {
    name: "finding: history goes by steps, not by letters",
    async walk(visit) {
      const { page } = visit;
      await page.goto("/");
      await search_box(page).pressSequentially("training", { delay: 30 });
      await page.waitForURL(/\?q=training$/);
      await settled(page, visit);
      await page.goBack();
      await page.waitForURL((url) => url.search === "");
      await eventually(async () => assert.equal(await search_box(page).inputValue(), ""));
      await page.goForward();
      await page.waitForURL(/\?q=training$/);
      await eventually(async () => assert.equal(await search_box(page).inputValue(), "training"));
    },
  },
];
