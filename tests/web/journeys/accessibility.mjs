// No violation found by axe (WCAG 2.2 A and AA, and its best practices), on every page, light and dark, at three widths.
import assert from "node:assert/strict";
import { axe_source } from "../packages.mjs";
import { settled } from "../visit.mjs";

const WIDTHS = [360, 768, 1440];
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

export async function violations(page) {
  // Evaluated by the debugger, not put into the page as a script: the content policy stays as it is.
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axe_source);
  const { violations } = await page.evaluate(
    (tags) => globalThis.axe.run(document, { runOnly: { type: "tag", values: tags } }),
    TAGS,
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html}\n  ${failureSummary}`).join("\n")}`);
}

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
    { path: "/mainstreaming", ready: ".case-filters" },
    { path: "/propose", ready: ".innovations .button-strong" },
    { path: "/framework", ready: ".version-state" },
    { path: "/framework/0.1.0", ready: ".framework-item" },
    { path: "/sign-in", ready: ".form" },
    { path: "/sign-up", ready: ".form" },
    { path: "/account", ready: ".button-strong" },
    { path: "/applications", ready: ".application-intro" },
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
        for (const violation of await violations(page)) found.push(`${path} at ${width} px: ${violation}`);
      }
    }
    await page.setViewportSize({ width: 360, height: 900 });
    await page.goto("/?q=training");
    await page.getByRole("button", { name: "Filters" }).click();
    await page.getByRole("dialog", { name: "Filters" }).waitFor();
    for (const violation of await violations(page)) found.push(`filter sheet: ${violation}`);
    assert.deepEqual(found, []);
  },
}));
