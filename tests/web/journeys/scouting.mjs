// Scouting: from a field to the projects behind a number, from a need to a proposal, from a search to a watch.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { axe_violations } from "../axe.mjs";
import { eventually, screenshots } from "../visit.mjs";

const WIDTHS = [360, 768, 1440];
const year = (number, projects, share) => ({ year: number, projects, share });
const rising = {
  query: { text: "", echo: "", misreadings: [] }, as_of: "2026-11-29", source: "projects", statistic: "score test", has_enough: true,
  years: [2020, 2021, 2022, 2023].map((number) => ({ year: number, projects: 100, words: 900 })),
  fewest_projects: 10, greatest_chance: 0.05, words_tried: 812, phrases_tried: 40, projects_read_for_phrases: 400,
  terms: [
    { term: "virtual reality", query: '"virtual reality"', projects: 30, years: [year(2020, 2, 0.02), year(2021, 4, 0.04), year(2022, 9, 0.09), year(2023, 15, 0.15)], growth: { per_year: 1.9, low: 1.4, high: 2.8 }, z: 4.4, chance: 0.004 },
    { term: "resilience", query: '"resilience"', projects: 12, years: [year(2020, 0, 0), year(2021, 0, 0), year(2022, 2, 0.02), year(2023, 10, 0.1)], growth: { per_year: 5, low: 2.2, high: null }, z: 4.2, chance: 0.01 },
  ],
};
const person = { person: 3, name: "Ada", mail: "ada@example.org", language: "en", state: "active", grants: [], created_at: "2026-01-01T10:00:00Z" };
const watches = [{ id: 3, name: "Mentoring in small and medium-sized enterprises", query: "mentoring", filters: [{ facet: "country", value: "PT" }], created_at: "2026-11-01T00:00:00Z", seen_at: "2026-11-01T00:00:00Z", added: 2, changed: 1 }];

async function invent(page) {
  const json = (body) => (route) => route.fulfill({ json: body });
  await page.route(/\/api\/v1\/scouting\/rising/, json(rising));
  await page.route(/\/api\/v1\/account$/, json({ account: person, csrf_token: "t" }));
  await page.route(/\/api\/v1\/notices\?/, json({ notices: [], unread: 0, has_more: false }));
  await page.route(/\/api\/v1\/scouting\/watches$/, json({ total: 1, watches }));
}

export const journeys = [
  {
    name: "scouting: a field is asked, and a need in one's own words leads to a proposal",
    needs_program: true,
    async walk({ page }) {
      await page.goto("/");
      await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Scouting" }).click();
      await page.getByRole("heading", { level: 1, name: "Scouting" }).waitFor();
      await page.getByText(/were tried/).waitFor();
      await page.getByLabel("Field").fill("qqqqqqqq");
      await page.getByRole("button", { name: "Show what rises" }).click();
      await page.getByText(/There are too few projects here/).waitFor();
      await eventually(async () => assert.equal(new URL(page.url()).searchParams.get("q"), "qqqqqqqq"));
      await page.getByLabel("What is needed").fill("mentors for apprentices in small firms");
      await page.getByRole("button", { name: "Find projects" }).click();
      await page.getByText(/closest project/).waitFor();
      assert.deepEqual(await axe_violations(page), []);
      await page.getByRole("link", { name: /^Propose as an innovation: / }).first().click();
      await page.waitForURL(/\/propose\?project=/);
    },
  },
  {
    name: "scouting: who is signed in watches a search, and follows it no more",
    needs_program: true,
    async walk({ page }, server) {
      await page.goto("/");
      await page.getByRole("link", { name: "Sign in" }).click();
      await page.getByRole("link", { name: "Create an account" }).click();
      await page.getByLabel("Mail address").fill("watcher@example.org");
      await page.getByRole("button", { name: "Send me the link" }).click();
      await page.getByRole("heading", { name: "A mail is on its way" }).waitFor();
      await page.goto(await server.mailed_link("watcher@example.org", "confirm"));
      await page.getByLabel("Your name").fill("Watcher");
      await page.getByLabel("Password").fill("a river has many tributaries");
      await page.getByRole("button", { name: "Open your account" }).click();
      await page.getByRole("heading", { level: 1, name: "Watcher" }).waitFor();
      await page.goto("/?q=training&filter[country]=PT");
      await page.getByText("Watch this search").click();
      await page.getByLabel("Name of the watch").fill("Training in Portugal");
      assert.deepEqual(await axe_violations(page), []);
      await page.getByRole("button", { name: "Watch it" }).click();
      await page.getByRole("link", { name: "See your watches" }).click();
      await page.getByRole("heading", { level: 3, name: "Training in Portugal" }).waitFor();
      await page.getByText("nothing new").waitFor();
      await page.getByRole("button", { name: "Remove the watch: Training in Portugal" }).click();
      await page.getByText(/You follow no search yet/).waitFor();
    },
  },
  ...["light", "dark"].map((colorScheme) => ({
    name: `scouting: nothing sticks out and axe finds nothing, ${colorScheme}`,
    visitor: { colorScheme, locale: "de-DE" },
    async walk({ page }) {
      mkdirSync(screenshots, { recursive: true });
      await invent(page);
      await page.goto("/scouting");
      await page.getByText("virtual reality").first().waitFor();
      await page.getByText("2 neu, 1 geändert").waitFor();
      await page.locator(".rising-table summary").first().click();
      const found = [];
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        const content = await page.evaluate(() => document.documentElement.scrollWidth);
        if (content > width) found.push(`${content} px stick out of ${width} px`);
        for (const violation of await axe_violations(page)) found.push(`at ${width} px: ${violation}`);
        await page.screenshot({ path: join(screenshots, `scouting-${colorScheme}-${width}.png`), fullPage: true });
      }
      assert.deepEqual(found, []);
    },
  })),
];
