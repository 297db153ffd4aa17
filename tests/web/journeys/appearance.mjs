// Screenshots to look at, in build/screenshots; what can be said without looking is asserted: nothing sticks out.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { eventually, screenshots } from "../visit.mjs";

const WIDTHS = [360, 768, 1440];

async function pages_of(visit) {
  const { hits } = await visit.api("/projects?q=innovation&limit=1");
  return {
    start: { path: "/", ready: ".browse" },
    results: { path: "/?q=training&filter[status]=finished", ready: ".result" },
    table: { path: "/?q=training&view=table", ready: ".result-table" },
    nothing: { path: "/?q=xyzzyplugh&filter[country]=PT", ready: ".nothing" },
    mistyped: { path: "/?q=inovation+Germany", ready: ".reading-others" },
    typing: { path: "/", ready: ".browse", before: (page) => type(page, "train") },
    project: { path: `/projects/${encodeURIComponent(hits[0].id)}`, ready: ".participants-table" },
    similar: {
      path: `/projects/${encodeURIComponent(hits[0].id)}`,
      ready: ".similar-list",
      before: (page) => page.locator(".similar-list").scrollIntoViewIfNeeded(),
    },
    organisation: { path: `/organisations/${encodeURIComponent(hits[0].coordinator.id)}`, ready: ".organisation-table" },
    coverage: { path: "/coverage", ready: ".coverage-table" },
    innovations: { path: "/innovations", ready: ".river" },
    mainstreaming: { path: "/mainstreaming", ready: ".filter-row" },
    aims: { path: "/aims/PT", ready: ".aims-sides" },
    framework: { path: "/framework", ready: ".version-state" },
    version: { path: "/framework/0.1.0", ready: ".framework-item" },
    sign_in: { path: "/sign-in", ready: ".form" },
    sign_up: { path: "/sign-up", ready: ".form" },
    levels: {
      path: "/framework/0.1.0",
      ready: ".framework-item",
      before: (page) => page.locator(".framework-item summary").first().click(),
    },
  };
}

async function type(page, letters) {
  await page.getByRole("combobox").first().fill(letters);
  await page.locator(".completions").waitFor();
}

async function photograph(visit, prefix) {
  const { page } = visit;
  for (const [name, { path, ready, before }] of Object.entries(await pages_of(visit))) {
    await page.goto(path);
    await page.locator(ready).first().waitFor();
    await before?.(page);
    await page.evaluate(() => document.fonts.ready);
    await photograph_page(page, `${name}-${prefix}`);
  }
}

const LEAST_LETTER_PX = 11;

/** Texts in pictures that are shown too small to read, or stick out of their picture. */
export function unreadable_letters(page) {
  return page.evaluate((least) => {
    const texts = [...document.querySelectorAll("svg text")].filter((text) => text.getClientRects().length > 0 && text.textContent.trim() !== "");
    return texts.flatMap((text) => {
      const { a, b } = text.getScreenCTM();
      const shown = parseFloat(getComputedStyle(text).fontSize) * Math.hypot(a, b);
      const [own, picture] = [text.getBoundingClientRect(), text.ownerSVGElement.getBoundingClientRect()];
      const is_out = own.left < picture.left - 1 || own.right > picture.right + 1 || own.bottom > picture.bottom + 2;
      return shown >= least - 0.01 && !is_out ? [] : [`“${text.textContent}” ${shown.toFixed(1)} px${is_out ? ", sticks out" : ""}`];
    });
  }, LEAST_LETTER_PX);
}

/** The page as it stands, at all widths; nothing sticks out, and pictures can be read on a phone. */
export async function photograph_page(page, name, options = {}) {
  mkdirSync(screenshots, { recursive: true });
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: width < 500 ? 780 : 900 });
    await eventually(async () => assert.deepEqual(await unreadable_letters(page), [], name));
    const content = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(content <= width, `${name}: ${content} px stick out of ${width} px`);
    await page.screenshot({ path: join(screenshots, `${name}-${width}.png`), ...options });
  }
}

/** The same, whole pages in both colours. */
export async function photograph_both(page, name) {
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    await photograph_page(page, `${name}-${colorScheme}`, { fullPage: true });
  }
  await page.emulateMedia({ colorScheme: "light" });
}

export const journeys = [
  ...["light", "dark"].map((colorScheme) => ({
    name: `appearance: ${colorScheme}`,
    visitor: { colorScheme },
    walk: (visit) => photograph(visit, colorScheme),
  })),
  ...["el", "de"].map((locale) => ({
    name: `appearance: in ${locale}`,
    visitor: { locale },
    async walk(visit) {
      await photograph(visit, locale);
      await eventually(async () => assert.equal(await visit.page.locator("html").getAttribute("lang"), locale));
    },
  })),
  {
    name: "appearance: the theme chosen is kept",
    visitor: { colorScheme: "light" },
    async walk({ page }) {
      await page.goto("/");
      const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
      const light = await ground();
      await page.getByRole("button", { name: /Colours/ }).click();
      await page.getByRole("option", { name: "Dark" }).click();
      await page.waitForFunction(() => document.documentElement.dataset.theme === "dark");
      assert.notEqual(await ground(), light);
      await page.reload();
      assert.notEqual(await ground(), light);
    },
  },
  {
    name: "appearance: at 200 % zoom and on paper",
    visitor: { viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 },
    async walk(visit) {
      const { page } = visit;
      for (const { path, ready } of Object.values(await pages_of(visit))) {
        await page.goto(path);
        await page.locator(ready).first().waitFor();
        const content = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(content <= 720, `${path}: ${content} px stick out`);
      }
      const { project } = await pages_of(visit);
      await page.goto(project.path);
      await page.locator(project.ready).waitFor();
      await page.emulateMedia({ media: "print" });
      await eventually(async () => assert.equal(await page.locator(".frame-nav").isVisible(), false));
      await page.screenshot({ path: join(screenshots, "project-print.png"), fullPage: true });
    },
  },
];
