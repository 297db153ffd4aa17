// Reading: the project page, the coverage page, and the same without JavaScript.
import assert from "node:assert/strict";
import { eventually, finds, first_link, settled } from "../visit.mjs";

async function a_project(visit) {
  const { hits } = await visit.api("/projects?q=innovation&limit=1");
  return visit.api(`/projects/${encodeURIComponent(hits[0].id)}`);
}

export const journeys = [
  {
    name: "reading: a project with its time, partners and citation",
    async walk(visit) {
      const { page } = visit;
      const project = await a_project(visit);
      await page.goto(`/projects/${encodeURIComponent(project.id)}`);
      await page.getByRole("heading", { level: 1, name: project.title }).waitFor();
      await eventually(async () => assert.match(await page.title(), new RegExp(" – Tributary$")));
      const table = page.getByRole("region", { name: /Who takes part/ });
      await finds(table.locator("tbody tr"), project.participations.length);
      assert.match(await table.locator("tbody tr").first().innerText(), /Coordinator/);
      const similar = page.getByRole("region", { name: "Similar projects" });
      const { hits } = await visit.api(`/projects/${encodeURIComponent(project.id)}/similar`);
      assert.ok(hits.length > 0, "the demonstration has projects like it");
      await similar.getByRole("listitem").first().waitFor();
      await finds(similar.getByRole("listitem"), hits.length);
      assert.ok((await similar.getByRole("listitem").first().innerText()).includes(hits[0].shared[0].word), "the reason is told");
      await page.getByText("As BibTeX").click();
      assert.match(await page.locator(".citation pre").innerText(), /^@misc\{/);
      await page.getByText("Where this comes from", { exact: true }).last().click();
      await page.locator(".folded[open] tbody tr").first().waitFor();
    },
  },
  {
    name: "reading: back to the same results, at the same place",
    async walk(visit) {
      const { page } = visit;
      await page.goto("/?q=training&filter[status]=finished");
      await settled(page, visit);
      const last = page.locator(".result-link").last();
      await last.scrollIntoViewIfNeeded();
      const before = await page.evaluate(() => window.scrollY);
      // The place is noted within a tenth of a second; nobody clicks as fast after scrolling as a journey can.
      await page.waitForFunction((top) => JSON.stringify({ ...sessionStorage }).includes(`scrollY\\":${top}`), before);
      await last.click();
      await page.waitForURL(/\/projects\//);
      await page.getByRole("button", { name: "Back to the results" }).click();
      await page.waitForURL(/q=training/);
      await first_link(page).waitFor();
      await page.waitForFunction((top) => Math.abs(window.scrollY - top) < 50, before);
    },
  },
  {
    name: "reading: what the catalogue covers leads to its projects",
    async walk(visit) {
      const { page } = visit;
      await page.goto("/coverage");
      const coverage = await visit.api("/coverage");
      const table = page.getByRole("region", { name: "What is covered" });
      const total = await table.locator("tfoot td").first().innerText();
      assert.equal(total, new Intl.NumberFormat("en-IE").format(coverage.projects));
      await table.getByRole("link").first().click();
      await page.waitForURL(/programme/);
      await settled(page, visit);
    },
  },
  {
    name: "reading: no page, no project",
    async walk(visit) {
      const { page } = visit;
      visit.expect_console("404");
      await page.goto("/no-such-page");
      await page.getByRole("heading", { level: 1, name: "There is no page here" }).waitFor();
      await page.goto("/projects/no-such-project");
      await page.getByRole("heading", { level: 1, name: "There is no project with this address" }).waitFor();
      await page.getByRole("link", { name: "Search projects" }).click();
      await page.getByRole("heading", { level: 1, name: "Search European projects" }).waitFor();
    },
  },
  {
    name: "reading: demonstration data says so on every page",
    async walk(visit) {
      const { page } = visit;
      const { demonstration } = await visit.api("/projects?limit=1");
      const project = await a_project(visit);
      const pages = ["/", "/?q=training", `/projects/${project.id}`, `/organisations/${project.participations[0].organisation_id}`, "/coverage"];
      for (const path of pages) {
        await page.goto(path);
        await page.locator("main h1").first().waitFor({ state: "attached" });
        if (demonstration) await page.getByRole("complementary", { name: "Demonstration data" }).waitFor();
      }
      if (!demonstration) assert.equal(await page.getByText("Demonstration data").count(), 0);
    },
  },
  {
    name: "reading: from the framework to what an element looks like on each level",
    needs_program: true,
    async walk(visit) {
      const { page } = visit;
      await page.goto("/");
      await page.getByRole("link", { name: "Framework" }).click();
      await page.getByRole("heading", { level: 1, name: "Framework" }).waitFor();
      await page.getByRole("link", { name: "0.1.0" }).click();
      await page.getByRole("heading", { name: /^E4 / }).waitFor();
      const element = page.getByRole("region", { name: /^E4 / });
      await element.locator("summary").press("Enter");
      const levels = await element.getByRole("row").allInnerTexts();
      assert.equal(levels.length, 6, "a head and five levels");
      assert.ok(levels[1].startsWith("0 Absent"), levels[1]);
      const next = page.getByRole("region", { name: "What comes next" });
      assert.ok((await next.innerText()).includes("Open the consultation by the framework steward"));
    },
  },
  {
    name: "reading: the pipeline's stages open their rows, and where there are none it says who begins",
    needs_program: true,
    async walk(visit) {
      const { page } = visit;
      await page.goto("/");
      await page.getByRole("navigation").getByRole("link", { name: "Innovations" }).click();
      await page.getByRole("heading", { level: 1, name: "Innovations" }).waitFor();
      const stages = await page.locator(".river").getByRole("heading", { level: 3 }).allInnerTexts();
      assert.deepEqual(stages, ["Identified", "Testing", "Development", "Assessment", "Mainstreaming", "Mainstreamed"]);
      await page.getByText("Any member can propose the first one").waitFor();
      await page.locator(".river").getByRole("link", { name: /Testing/ }).click();
      await page.getByText("No innovation fits").waitFor();
      await eventually(async () => assert.equal(await page.getByLabel("Stage", { exact: true }).inputValue(), "testing"));
      await page.goBack();
      await page.getByText("Any member can propose the first one").waitFor();
    },
  },
  {
    name: "reading: from a project to a proposal, which asks to sign in first",
    needs_program: true,
    async walk(visit) {
      const { page } = visit;
      const project = await a_project(visit);
      await page.goto(`/projects/${encodeURIComponent(project.id)}`);
      await page.getByRole("link", { name: "Propose an innovation from this project" }).click();
      await page.getByRole("heading", { level: 1, name: "Propose an innovation" }).waitFor();
      await eventually(async () => assert.ok(page.url().includes(`project=${project.id}`), page.url()));
      await page.getByRole("link", { name: "Sign in to propose" }).waitFor();
    },
  },
  {
    name: "reading: without JavaScript the project's text and links are there",
    needs_program: true,
    visitor: { javaScriptEnabled: false },
    async walk(visit) {
      const { page } = visit;
      const project = await a_project(visit);
      await page.goto(`/projects/${encodeURIComponent(project.id)}`);
      const text = await page.locator("body").innerText();
      assert.ok(text.includes(project.title), "title");
      assert.ok(text.includes(project.summary.split("\n")[0].slice(0, 60)), "summary");
      assert.ok(text.includes(project.participations[0].name), "coordinator");
      await eventually(async () => assert.ok((await page.title()).includes(project.title), "title of the tab"));
      await finds(page.locator('script[type="application/ld+json"]'), 1, "JSON-LD");
      await page.locator('a[href^="/organisations/"]').first().waitFor();
    },
  },
];
