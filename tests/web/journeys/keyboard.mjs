// By keyboard alone.
import assert from "node:assert/strict";
import { eventually, results, search_box, settled } from "../visit.mjs";

/** Presses Tab until the focus is on what is wanted, as a person would; a focus that cannot be seen fails. */
async function tab_to(page, wanted, limit = 80) {
  for (let presses = 0; presses < limit; presses += 1) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate(() => {
      const element = document.activeElement;
      const name = element.getAttribute("aria-label") ?? element.textContent ?? "";
      const shown = element.closest("label") ?? element;
      const { outlineStyle, outlineWidth } = getComputedStyle(shown);
      return { name: name.trim(), label: shown.textContent.trim(), role: element.type ?? element.tagName, outlined: outlineStyle !== "none" && outlineWidth !== "0px" };
    });
    if (at.role !== "BODY") assert.ok(at.outlined, `the focus on “${at.name || at.role}” can be seen`);
    if (wanted(at)) return at;
  }
  throw new Error(`not reached within ${limit} presses of Tab`);
}

/** A menu or dialog gives the focus back in the frame after it has gone; fails where it does not. */
async function focus_returns_to(page, button) {
  await page.waitForFunction((element) => document.activeElement === element, await button.elementHandle());
}

export const journeys = [
  {
    name: "keyboard: skip link, search, tick a facet, open a project",
    async walk(visit) {
      const { page } = visit;
      await page.goto("/");
      await search_box(page).waitFor();
      await page.keyboard.press("Tab");
      await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.textContent), "Skip to the content"));
      await page.keyboard.press("Enter");
      await tab_to(page, ({ name }) => name === "Search European projects");
      await page.keyboard.type("training");
      await page.waitForURL(/\?q=training$/);
      await settled(page, visit);
      await page.getByRole("status").filter({ hasText: /projects? found$/ }).first().waitFor();

      // One that has projects, as its count says: which status has any depends on the day.
      await tab_to(page, ({ role, label }) => role === "checkbox" && /\d$/.test(label) && !/\D0$/.test(label));
      await page.keyboard.press("Space");
      await page.waitForURL(/filter/);
      await settled(page, visit);
      await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.type), "checkbox", "the focus stays where it was"));

      const title = await results(page).first().locator(".result-link").innerText();
      await tab_to(page, ({ name }) => name === title, 160);
      await page.keyboard.press("Enter");
      await page.waitForURL(/\/projects\//);
      await page.getByRole("heading", { level: 1, name: title }).waitFor();
      await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.id), "content", "reading goes on at the content"));
    },
  },
  {
    name: "keyboard: menus open, choose and close",
    async walk(visit) {
      const { page } = visit;
      await page.goto("/?q=training");
      await settled(page, visit);
      await page.getByRole("button", { name: /Sort/ }).focus();
      await page.keyboard.press("Enter");
      await page.getByRole("option", { name: "Newest first" }).waitFor();
      await page.keyboard.type("Newest");
      await page.keyboard.press("Enter");
      await page.waitForURL(/sort=-start/);
      await focus_returns_to(page, page.getByRole("button", { name: /Sort/ }));
      await page.getByRole("button", { name: "How to search" }).focus();
      await page.keyboard.press("Enter");
      await page.getByRole("dialog", { name: "How to search" }).waitFor();
      await page.keyboard.press("Escape");
      await page.getByRole("dialog").waitFor({ state: "detached" });
      await focus_returns_to(page, page.getByRole("button", { name: "How to search" }));
    },
  },
];
