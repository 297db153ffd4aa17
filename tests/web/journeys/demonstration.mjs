// The first start as a visitor and each role meet it: innovations in all stages, what waits for them, a case, adoption.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { axe_violations } from "../axe.mjs";
import { finds, screenshots, sign_in } from "../visit.mjs";

const STAGES = ["Identified", "Testing", "Development", "Assessment", "Mainstreaming", "Mainstreamed"];

/** By the keys of the demonstration's mail addresses: one of each role, and something that waits for them; null: nothing. */
const PEOPLE = [
  ["member", null],
  ["organisation", null],
  ["innovator-innoventum", "Complete the case, or hand it in: A repair café as graded coursework"],
  ["pilot", null],
  ["evaluator", null],
  ["reviewer-2", "Give your scores: A repair café as graded coursework"],
  ["chair", "Decide at the gate: Roofers learn solar mounting in paid afternoons"],
  ["steward", "Settle an amendment to 0.2.0 E10"],
  ["representative-fi", "A case lies before your authority: Learning diaries that are spoken, not written"],
  ["representative-ie", "In force, and due to be reviewed: A pool of mentors for apprentices in very small firms"],
  ["agency-ro", "Confirm an override, or leave it: An apprentice's logbook in three home languages"],
  ["hub", null],
  ["curator", null],
  ["auditor", null],
  ["administrator", null],
];

async function see_pipeline(page) {
  await page.goto("/innovations");
  const river = page.getByRole("region", { name: "Where innovations are" });
  for (const stage of STAGES) {
    const going_on = river.getByRole("link", { name: new RegExp(`^[1-9]\\d* going on.*\\(${stage}\\)$`) });
    await going_on.waitFor();
  }
  await page.getByRole("complementary", { name: "Demonstration data" }).waitFor();
}

async function see_case(page) {
  await page.goto("/mainstreaming?case_state=in_force");
  await page.getByRole("table").getByRole("link", { name: /pool of mentors/ }).first().click();
  await page.getByRole("region", { name: "What was decided, and why" }).getByText("A coordinator costs less").waitFor();
  await page.getByText("It is due.").waitFor();
}

async function open_adoption(page) {
  await page.goto("/innovations");
  await page.getByRole("link", { name: "A pool of mentors for apprentices in very small firms" }).first().click();
  await page.getByRole("link", { name: "Who uses it" }).click();
}

async function see_adoption(page) {
  await open_adoption(page);
  await page.getByRole("img", { name: /Providers that ever adopted it/ }).waitFor();
  await follow_the_map(page);
  const counts = page.getByRole("group", { name: "By Member State" });
  await counts.getByRole("row", { name: /Ireland/ }).getByRole("link").last().click();
  await page.getByRole("heading", { level: 1, name: "Providers and what they use" }).waitFor();
  const ireland = page.getByRole("region", { name: "Ireland" });
  await ireland.getByRole("row", { name: /Demo training provider IE-05/ }).getByText(/ from .* to /).waitFor();
}

/** From a state on the map to the records behind its number, by keyboard. */
async function follow_the_map(page) {
  const map = page.getByRole("figure", { name: "Providers that use it, by Member State" });
  const ireland = map.getByRole("link", { name: /^Ireland: [1-9]/ });
  const using = Number(/: (\d+) of/.exec(await ireland.textContent())[1]);
  await ireland.press("Enter");
  await page.waitForURL(/#rows-IE$/);
  const behind = page.locator("#rows-IE");
  await behind.getByText(/^Ireland: \d+ records?, \d+ in use$/).waitFor();
  await finds(behind.getByRole("row").filter({ hasText: "still in use" }), using);
  await map.getByTitle("Malta: no provider is known").waitFor();
}

export const journeys = [
  {
    name: "demonstration: a visitor sees the pipeline in all stages, a case, adoption and providers",
    needs_program: true,
    on_demonstration: true,
    async walk({ page }) {
      await see_pipeline(page);
      await see_case(page);
      assert.deepEqual(await axe_violations(page), []);
      await see_adoption(page);
      assert.deepEqual(await axe_violations(page), []);
      await page.goto("/tasks");
      await page.locator("main").getByRole("link", { name: "Sign in" }).waitFor();
    },
  },
  {
    name: "demonstration: the map of adoption sticks out nowhere and axe finds nothing, light and dark",
    needs_program: true,
    on_demonstration: true,
    async walk({ page }) {
      mkdirSync(screenshots, { recursive: true });
      await open_adoption(page);
      await page.getByRole("figure", { name: "Providers that use it, by Member State" }).waitFor();
      const found = [];
      for (const colorScheme of ["light", "dark"]) {
        await page.emulateMedia({ colorScheme });
        for (const width of [360, 768, 1440]) {
          await page.setViewportSize({ width, height: 900 });
          const content = await page.evaluate(() => document.documentElement.scrollWidth);
          if (content > width) found.push(`${content} px stick out of ${width} px`);
          for (const violation of await axe_violations(page)) found.push(`${colorScheme} at ${width} px: ${violation}`);
          await page.locator(".coverage-by-state").screenshot({ path: join(screenshots, `adoption-map-${colorScheme}-${width}.png`) });
        }
      }
      assert.deepEqual(found, []);
    },
  },
  ...PEOPLE.map(([key, waits]) => ({
    name: `demonstration: ${key} signs in by a link and sees what waits`,
    needs_program: true,
    on_demonstration: true,
    async walk({ page }, server) {
      await sign_in(page, server.link_for(`${key}@demonstration.example`));
      await page.getByRole("banner").getByRole("link", { name: "Your tasks" }).click();
      if (waits === null) {
        await page.getByText("Nothing waits for you.").waitFor();
      } else {
        await page.getByRole("link", { name: waits }).click();
        await page.getByRole("heading", { level: 1 }).waitFor();
      }
      await see_pipeline(page);
      await see_case(page);
      await see_adoption(page);
    },
  })),
];
