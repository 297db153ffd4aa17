// On a phone: one column, filters as a sheet, chips staying, targets for fingers.
import assert from "node:assert/strict";
import { results, search_box, settled } from "../visit.mjs";

export const PHONE = { viewport: { width: 360, height: 780 }, isMobile: true, hasTouch: true };
const TARGET_PX = 44;

/** Controls that are too small for a finger. Links within a line of text may be, as WCAG says. */
function small_targets(page) {
  return page.evaluate((least) => {
    const controls = document.querySelectorAll("button, input, summary, label, [role=option], nav a, a.chip, a.button");
    return [...controls].flatMap((control) => {
      const { width, height } = control.getBoundingClientRect();
      const hidden = control.tabIndex < 0 || width <= 1 || height <= 1 || control.closest("[hidden], .only-read, [aria-hidden=true]") || getComputedStyle(control).clipPath !== "none" || control.closest("label")?.contains(control) && control.tagName === "INPUT";
      return hidden || height >= least - 0.5 ? [] : [`${control.tagName} ${control.className} “${control.textContent.trim()}” ${Math.round(height)} px`];
    });
  }, TARGET_PX);
}

async function fits(page) {
  const [content, window_] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  assert.ok(content <= window_, `nothing sticks out: ${content} px in ${window_} px`);
}

export const journeys = [
  {
    name: "phone: search, filter in the sheet, chip, project",
    visitor: PHONE,
    async walk(visit) {
      const { page } = visit;
      await page.goto("/");
      await search_box(page).fill("training");
      await page.keyboard.press("Enter");
      await page.waitForURL(/\?q=training$/);
      await settled(page, visit);
      await fits(page);
      assert.deepEqual(await small_targets(page), []);

      await page.getByRole("button", { name: "Filters" }).tap();
      const sheet = page.getByRole("dialog", { name: "Filters" });
      await sheet.getByText("Finished").tap();
      await page.waitForURL(/status/);
      await sheet.getByRole("button", { name: /^Show [\d,]+ projects?$/ }).waitFor();
      assert.deepEqual(await small_targets(page), []);
      await sheet.getByRole("button", { name: /^Show [\d,]+ projects?$/ }).tap();
      await sheet.waitFor({ state: "detached" });
      await settled(page, visit);
      await page.getByRole("button", { name: "Remove filter Status: Finished" }).waitFor();

      await results(page).first().locator(".result-link").tap();
      await page.waitForURL(/\/projects\//);
      await page.getByRole("region", { name: /Who takes part/ }).waitFor();
      await fits(page);
      await page.goto("/coverage");
      await page.getByRole("region", { name: "What is covered" }).waitFor();
      await fits(page);
    },
  },
];
