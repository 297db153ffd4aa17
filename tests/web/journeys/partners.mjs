// Looking for partners: an idea, somebody who has done it, a consortium that changes who comes next.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { axe_violations } from "../axe.mjs";
import { eventually, screenshots } from "../visit.mjs";

const IDEA = "green skills for welders in vocational schools";
const WIDTHS = [360, 768, 1440];

async function ask(page) {
  await page.goto("/");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Partners" }).click();
  await page.getByRole("heading", { level: 1, name: "Find partners" }).waitFor();
  await page.getByLabel("Your idea, in your own words").fill(IDEA);
  await page.getByRole("button", { name: "Find partners" }).click();
  await page.getByRole("heading", { name: /organisations?, from .* like it/ }).waitFor();
}

const names = (page) => page.locator(".partner-name").allTextContents();

export const journeys = [
  {
    name: "partners: an idea finds organisations with their reasons, and a consortium changes who comes next",
    needs_program: true,
    async walk({ page }) {
      await ask(page);
      await eventually(async () => assert.equal(new URL(page.url()).searchParams.get("idea"), IDEA));
      assert.deepEqual(await axe_violations(page), []);
      const [first] = await names(page);
      await page.getByText(/projects? like it/).nth(1).waitFor();
      await page.getByRole("button", { name: `Add to the consortium: ${first}` }).click();
      await page.getByRole("button", { name: `Take out of the consortium: ${first}` }).waitFor();
      await page.locator(".partner-name", { hasText: first }).waitFor({ state: "detached" });
      assert.deepEqual(await axe_violations(page), []);
      // The address holds all of it: the same page again.
      const before = await names(page);
      await page.reload();
      await page.getByRole("button", { name: `Take out of the consortium: ${first}` }).waitFor();
      assert.deepEqual(await names(page), before);
    },
  },
  {
    name: "partners: weights and filters change the list, with the keyboard alone",
    needs_program: true,
    async walk({ page }) {
      await ask(page);
      const before = await names(page);
      const slider = page.getByLabel("Few projects so far");
      await slider.focus();
      for (let step = 0; step < 3; ++step) await page.keyboard.press("PageUp");
      await page.waitForURL(/weigh=/);
      await page.waitForFunction((old) => JSON.stringify([...document.querySelectorAll(".partner-name")].map(({ textContent }) => textContent)) !== old, JSON.stringify(before));
      const country = page.getByRole("group", { name: "Country" }).getByRole("checkbox").first();
      await country.focus();
      await page.keyboard.press("Space");
      await page.waitForURL(/from_country=/);
      await page.getByRole("button", { name: "Back to the usual weights" }).click();
      await page.waitForURL((url) => !url.searchParams.has("weigh"));
    },
  },
  {
    name: "partners: a project and an organisation lead there",
    needs_program: true,
    async walk({ page }) {
      await page.goto("/?q=skills");
      await page.locator(".result-link").first().click();
      await page.getByRole("link", { name: "Find partners for a project like this" }).click();
      await page.getByText("Organisations for a project like").waitFor();
      await page.locator(".partner-name").first().click();
      await page.getByRole("link", { name: "Find partners with this organisation" }).click();
      await page.waitForURL(/\/partners\?with=/);
      await page.getByRole("button", { name: /^Take out of the consortium/ }).waitFor();
    },
  },
  {
    name: "partners: how it looks",
    needs_program: true,
    async walk({ page }) {
      await ask(page);
      const [first] = await names(page);
      await page.getByRole("button", { name: `Add to the consortium: ${first}` }).click();
      await page.getByRole("button", { name: `Take out of the consortium: ${first}` }).waitFor();
      mkdirSync(screenshots, { recursive: true });
      for (const scheme of ["light", "dark"]) {
        await page.emulateMedia({ colorScheme: scheme });
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 1400 });
          const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
          assert.ok(!wide, `wider than ${width} px`);
          await page.screenshot({ path: join(screenshots, `partners-${scheme}-${width}.png`) });
        }
      }
    },
  },
];
