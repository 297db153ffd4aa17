// No violation found by axe (WCAG 2.2 A and AA, and its best practices), on every page, light and dark, at three widths.
import assert from "node:assert/strict";
import { axe_violations } from "../axe.mjs";
import { settled } from "../visit.mjs";

const WIDTHS = [360, 768, 1440];

async function paths(visit) {
  const { hits } = await visit.api("/projects?q=innovation&limit=1");
  const { coordinator } = hits[0];
  return [
    { path: "/", ready: ".browse" },
    { path: "/?q=training&filter[status]=finished", ready: ".result", settle: true },
    { path: "/?q=training&view=table", ready: ".result-table", settle: true },
    { path: "/?q=xyzzyplugh", ready: ".nothing" },
    { path: `/projects/${encodeURIComponent(hits[0].id)}`, ready: ".participants-table" },
    { path: `/organisations/${encodeURIComponent(coordinator.id)}`, ready: ".organisation-table" },
    { path: "/coverage", ready: ".coverage-table" },
    { path: "/innovations", ready: ".river" },
    { path: "/mainstreaming", ready: ".filter-row" },
    { path: "/propose", ready: ".innovations .button-strong" },
    { path: "/framework", ready: ".version-state" },
    { path: "/framework/0.1.0", ready: ".framework-item" },
    { path: "/sign-in", ready: ".form" },
    { path: "/sign-up", ready: ".form" },
    { path: "/account", ready: ".button-strong" },
    { path: "/applications", ready: ".application-intro" },
    { path: "/consortium", ready: ".consortium-outcomes" },
    { path: "/aims", ready: ".aims table" },
    { path: "/aims/PT", ready: ".aims-sides" },
  ];
}

export const journeys = ["light", "dark"].map((colorScheme) => ({
  name: `accessibility: axe finds nothing, ${colorScheme}`,
  visitor: { colorScheme },
  async walk(visit) {
    const { page } = visit;
    const found = [];
    for (const { path, ready, settle } of await paths(visit)) {
      await page.goto(path);
      await page.locator(ready).first().waitFor();
      if (settle) await settled(page, visit);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        for (const violation of await axe_violations(page)) found.push(`${path} at ${width} px: ${violation}`);
      }
    }
    await page.setViewportSize({ width: 360, height: 900 });
    await page.goto("/?q=training");
    await page.getByRole("button", { name: "Filters" }).click();
    await page.getByRole("dialog", { name: "Filters" }).waitFor();
    for (const violation of await axe_violations(page)) found.push(`filter sheet: ${violation}`);
    assert.deepEqual(found, []);
  },
}));
