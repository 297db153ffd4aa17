// What waits for somebody: the page in three widths, both colours and with long German words. Who is signed in, and what
// waits, is invented here, as each role has other tasks.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { axe_violations } from "../axe.mjs";
import { finds, screenshots } from "../visit.mjs";

const WIDTHS = [360, 768, 1440];
const person = { person: 3, name: "Ada", mail: "ada@example.org", language: "en", state: "active", grants: [], created_at: "2026-01-01T10:00:00Z" };
const waiting = [
  { kind: "settle_amendment", about: "0.2.0 E10", page: "/framework/0.2.0#amendment-5", acts: ["accept", "reject", "merge"], missing: [], since: "2026-03-01T10:00:00Z" },
  { kind: "explain_items", about: "CY", page: "/applications/CY/0.1.0", acts: [], missing: ["E5", "E7", "E8", "P4", "P9"], since: "2026-04-01T10:00:00Z" },
  { kind: "prepare_innovation", about: "Classes at four in the morning for care assistants", page: "/innovations/7", acts: [], missing: ["complete_product", "frozen_evidence"], since: "2026-05-01T10:00:00Z" },
];

async function sign_in(page, tasks) {
  const json = (body) => (route) => route.fulfill({ json: body });
  await page.route(/\/api\/v1\/account$/, json({ account: person, csrf_token: "t" }));
  await page.route(/\/api\/v1\/account\/tasks$/, json({ tasks }));
  await page.route(/\/api\/v1\/notices\?limit=0$/, json({ notices: [], unread: 0, has_more: false }));
  await page.route(/\/api\/v1\/ecosystem$/, json({ demonstration: true }));
}

export const journeys = [
  {
    name: "tasks: from the top of any page to what waits, by keyboard",
    async walk({ page }) {
      await sign_in(page, waiting);
      await page.goto("/coverage");
      await page.getByRole("banner").getByRole("link", { name: "Your tasks" }).press("Enter");
      await page.getByRole("heading", { level: 1, name: "Your tasks" }).waitFor();
      await finds(page.locator(".tasks > li"), waiting.length);
      await page.getByText("To choose from: Accept it, Reject it, Merge it into another").waitFor();
      await page.getByRole("complementary", { name: "Demonstration data" }).getByText("so are all people").waitFor();
    },
  },
  ...["light", "dark"].map((colorScheme) => ({
    name: `tasks: nothing sticks out and axe finds nothing, ${colorScheme}`,
    visitor: { colorScheme, locale: "de-DE" },
    async walk({ page }) {
      mkdirSync(screenshots, { recursive: true });
      const found = [];
      for (const [name, tasks, ready] of [
        ["tasks", waiting, "Ihre Aufgaben"],
        ["no-tasks", [], "Nichts wartet auf Sie."],
      ]) {
        await page.unrouteAll();
        await sign_in(page, tasks);
        await page.goto("/tasks");
        await page.locator("main").getByText(ready).first().waitFor();
        if (tasks.length > 0) await page.locator(".tasks > li").first().waitFor();
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
