// The network: of a search, around an organisation, the way between two; the picture and its table; on a phone too.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { axe_violations } from "../axe.mjs";
import { screenshots } from "../visit.mjs";

const WIDTHS = [360, 1440];
const rows = (page) => page.locator(".network-table tbody tr");
const drawn = (page) => page.locator(".network-picture svg").waitFor();

async function network_of_search(page) {
  await page.goto("/?q=welding");
  await page.locator(".result-link").first().waitFor();
  await page.getByRole("radio", { name: "Network" }).click();
  await drawn(page);
}

export const journeys = [
  {
    name: "network: of a search, as a picture with its table, and in another order",
    needs_program: true,
    async walk({ page }) {
      await network_of_search(page);
      assert.equal(new URL(page.url()).searchParams.get("view"), "network");
      assert.deepEqual(await axe_violations(page), []);
      const shown = await rows(page).count();
      assert.ok(shown > 1);
      assert.equal(await page.locator(".network-node").count(), shown, "each row is a circle");
      const ties = await page.locator(".network-tie").count();
      await page.getByLabel("Stable ties only").check();
      await page.waitForFunction((before) => document.querySelectorAll(".network-tie").length < before, ties);
      await page.getByLabel("Stable ties only").uncheck();
      await page.waitForFunction((before) => document.querySelectorAll(".network-tie").length === before, ties);
      await page.getByRole("button", { name: /Order and size by/ }).click();
      await page.getByRole("option", { name: "Core" }).click();
      await page.waitForFunction(() => {
        const cores = [...document.querySelectorAll(".network-table tbody tr")].map((row) => Number(row.children[6].textContent));
        return cores.length > 1 && cores.every((core, place) => place === 0 || core <= cores[place - 1]);
      });
      // The same page again from its address.
      await page.reload();
      await drawn(page);
      assert.equal(await rows(page).count(), shown);
    },
  },
  {
    name: "network: the picture by keyboard alone, past it to the table, and to an organisation",
    needs_program: true,
    async walk({ page }) {
      await network_of_search(page);
      const skip = page.getByRole("link", { name: "Skip the picture, go to the table" });
      await skip.focus();
      await page.keyboard.press("Tab");
      const name = await page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
      assert.match(name, /partners?, community \d/);
      await page.locator(".network-picture figcaption", { hasText: name }).waitFor();
      assert.ok((await page.locator(".network-tie-pointed").count()) > 0, "its ties stand out");
      await page.keyboard.press("Shift+Tab");
      await page.keyboard.press("Enter");
      await page.waitForURL(/#network-table$/);
      await skip.focus();
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await page.waitForURL(/\/organisations\//);
      await page.getByRole("heading", { level: 1, name: name.split(":")[0] }).waitFor();
    },
  },
  {
    name: "network: an organisation leads to its surroundings and to the way to another one",
    needs_program: true,
    async walk({ page, expect_console }) {
      expect_console("404");
      await network_of_search(page);
      const other = await rows(page).last().getByRole("link").first().getAttribute("href");
      await rows(page).first().getByRole("link").first().click();
      await page.waitForURL(/\/organisations\//);
      await page.getByRole("link", { name: "Its network: partners and how they are tied" }).click();
      await page.waitForURL(/\/network\?around=\d+$/);
      await drawn(page);
      await page.getByRole("heading", { name: /^Around / }).waitFor();
      assert.deepEqual(await axe_violations(page), []);
      await page.goBack();
      await page.getByRole("link", { name: "Find the way to another organisation" }).click();
      await page.waitForURL(/way_from=\d+$/);
      await page.getByLabel("To", { exact: true }).fill("somebody");
      await page.getByRole("button", { name: "Find the way" }).click();
      await page.getByText("Give the number of an organisation or the link of its page.").waitFor();
      await page.getByLabel("To", { exact: true }).fill(other);
      await page.getByRole("button", { name: "Find the way" }).click();
      await page.getByText(/in \d+ steps?:/).waitFor();
      await page.locator(".network-joint a").first().waitFor();
      assert.deepEqual(await axe_violations(page), []);
      await page.getByLabel("To", { exact: true }).fill("999999999");
      await page.getByRole("button", { name: "Find the way" }).click();
      await page.getByText("There is no organisation with this number.").waitFor();
    },
  },
  {
    name: "network: taken away as GraphML",
    needs_program: true,
    async walk({ page }) {
      await network_of_search(page);
      const count = await page.locator(".facts div", { has: page.getByText("Organisations", { exact: true }) }).locator("dd").textContent();
      const download = page.waitForEvent("download");
      await page.getByRole("link", { name: /as GraphML/ }).click();
      const file = await download;
      assert.equal(file.suggestedFilename(), "network.graphml");
      const text = await readFile(await file.path(), "utf8");
      assert.equal(text.match(/<node /g).length, Number(count.replaceAll(",", "")));
    },
  },
  {
    name: "network: fits a phone and a wide screen",
    needs_program: true,
    async walk({ page }) {
      mkdirSync(screenshots, { recursive: true });
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        await network_of_search(page);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        assert.ok(overflow <= 0, `${width} px: the page is ${overflow} px too wide`);
        await page.screenshot({ path: join(screenshots, `network-${width}.png`), fullPage: true });
        await page.goto("/network");
        await drawn(page);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        assert.ok(wide <= 0, `${width} px: /network is ${wide} px too wide`);
      }
    },
  },
];
