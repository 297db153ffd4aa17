// A hub: its manager writes, a stranger reads it in another language, and a page of somebody else shows it.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { axe_violations } from "../axe.mjs";
import { screenshots, sign_in } from "../visit.mjs";

const HUB = "/hubs/demonstration";
const WIDTHS = [360, 768, 1440];
const in_days = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Somebody without an account, whose browser speaks another language. */
async function as_stranger(page, server, locale, see) {
  const context = await page.context().browser().newContext({ locale, baseURL: server.address });
  try {
    await see(await context.newPage());
  } finally {
    await context.close();
  }
}

async function edit_description(page) {
  const english = page.getByRole("group", { name: "English", exact: true });
  await english.getByLabel("Description").fill("What schools and firms of the invented region do together.");
  await page.getByRole("group", { name: "Preview: English" }).getByText("What schools and firms").waitFor();
  await page.getByText(/^Finds [\d,]+ projects\.$/).waitFor();
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Saved.").waitFor();
}

async function refuse_a_filter(page) {
  const words = page.getByLabel("Words", { exact: true });
  await words.fill("welding budget:soon");
  await page.getByText(/It would be refused: /).waitFor();
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText(/At character 9/).waitFor();
  await words.fill("");
}

async function publish_news(page) {
  await page.getByText("Publish news").click();
  await page.getByLabel("Title").fill("Οι μέντορες συναντώνται");
  await page.getByLabel("Text", { exact: true }).fill("Επινοημένο νέο της διαδρομής.");
  const form = page.locator("form", { has: page.getByLabel("Title") });
  await form.getByLabel("Language").selectOption("el");
  await page.getByRole("group", { name: "Preview", exact: true }).getByRole("heading", { name: "Οι μέντορες συναντώνται" }).waitFor();
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await page.getByRole("button", { name: "Withdraw: Οι μέντορες συναντώνται" }).waitFor();
}

async function add_call(page) {
  await page.getByText("Point to a call").click();
  await page.getByLabel("Call", { exact: true }).fill("JOURNEY-2027");
  await page.getByLabel("Deadline").fill(in_days(40));
  await page.getByLabel("Where it is published").fill("https://example.org/journey");
  await page.locator("form", { has: page.getByLabel("Deadline") }).getByRole("button", { name: "Add", exact: true }).click();
  await page.getByRole("button", { name: "Take off: JOURNEY-2027" }).waitFor();
}

/** A page of another server with the text that the hub's page gives. */
async function host_of(code) {
  const server = createServer((_, answer) => answer.end(`<!doctype html><html lang="en"><title>Mine</title><h1>Mine</h1>${code}`));
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { address: `http://127.0.0.1:${server.address().port}/`, stop: () => new Promise((resolve) => server.close(resolve)) };
}

export const journeys = [
  {
    name: "hubs: its manager writes, and a stranger reads it in another language",
    needs_program: true,
    on_demonstration: true,
    async walk(visit, server) {
      const { page } = visit;
      visit.expect_console("400");
      await sign_in(page, server.link_for("hub@demonstration.example"));
      await page.goto("/");
      await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Hubs" }).click();
      await page.getByRole("link", { name: "Demonstration: a southern region" }).click();
      await page.getByRole("link", { name: "Edit this hub" }).click();
      await page.getByRole("heading", { level: 1, name: /^Edit: / }).waitFor();
      await refuse_a_filter(page);
      await edit_description(page);
      await publish_news(page);
      await add_call(page);
      mkdirSync(screenshots, { recursive: true });
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= width, `sticks out of ${width} px`);
        assert.deepEqual(await axe_violations(page), []);
        await page.screenshot({ path: join(screenshots, `hub-edit-${width}.png`), fullPage: true });
      }
      await as_stranger(page, server, "el-GR", async (stranger) => {
        await stranger.goto(HUB);
        await stranger.getByRole("heading", { level: 1, name: "Επίδειξη: μια νότια περιοχή" }).waitFor();
        const news = stranger.getByRole("region", { name: "Νέα" });
        await news.getByRole("heading", { name: "Οι μέντορες συναντώνται" }).waitFor();
        assert.equal(await news.getByRole("heading", { level: 3 }).first().getAttribute("lang"), "el");
        assert.equal(await news.getByRole("heading", { name: "The hub is open" }).getAttribute("lang"), "en");
        await stranger.getByRole("link", { name: /JOURNEY-2027/ }).waitFor();
        assert.equal(await stranger.getByRole("link", { name: "Επεξεργασία αυτού του κόμβου" }).count(), 0);
        await stranger.goto(`${HUB}/edit`);
        await stranger.getByText("Αυτόν τον κόμβο τον επεξεργάζονται μόνο").waitFor();
      });
    },
  },
  {
    name: "hubs: numbers lead to their rows, and its search stays in it",
    needs_program: true,
    on_demonstration: true,
    async walk({ page }, server) {
      await page.goto(HUB);
      await page.getByRole("region", { name: "Offers and requests from here" }).getByText("No organisation from here").waitFor();
      await page.getByRole("region", { name: "Pilots here" }).getByRole("link", { name: /^A repair café as graded coursework: / }).waitFor();
      const figures = page.getByRole("region", { name: "Figures by quarter" });
      const link = figures.getByRole("table", { name: "Quarter by quarter" }).getByRole("link").first();
      const projects = await link.textContent();
      await figures.getByRole("button", { name: /show the organisations of/ }).first().click();
      await figures.getByRole("region", { name: /^Organisations of/ }).getByRole("link").first().waitFor();
      await link.click();
      await page.locator(".reading-total", { hasText: new RegExp(`^${projects} project`) }).waitFor();
      await page.goto(HUB);
      await page.getByLabel("Search in this hub").last().fill("training");
      await page.locator("main").getByRole("button", { name: "Search" }).click();
      await page.waitForURL(/q=training/);
      assert.deepEqual(new URL(page.url()).searchParams.getAll("filter[country]").sort(), ["CY", "ES", "GR", "IT", "PT"]);
    },
  },
  {
    name: "hubs: a page of another server shows the widget, and no other page",
    needs_program: true,
    on_demonstration: true,
    async walk({ page }, server) {
      await page.goto(HUB);
      const code = await page.getByLabel("Text to copy").inputValue();
      const host = await host_of(`${code}<iframe title="sign in" src="${server.address}/sign-in"></iframe>`);
      const context = await page.context().browser().newContext({ javaScriptEnabled: false });
      try {
        const stranger = await context.newPage();
        await stranger.goto(host.address);
        const widget = stranger.frameLocator("iframe[title^=Demonstration]");
        await widget.getByRole("heading", { level: 1, name: "Demonstration: a southern region" }).waitFor();
        await widget.getByText("Demonstration data").waitFor();
        await widget.getByRole("link", { name: "Open the hub" }).waitFor();
        const sign_in_frame = stranger.frames().find((frame) => frame.url().includes("sign-in") || frame.url().startsWith("chrome-error"));
        assert.equal(await sign_in_frame.getByRole("heading", { level: 1 }).filter({ hasText: "Sign in" }).count(), 0);
      } finally {
        await context.close();
        await host.stop();
      }
      for (const width of [240, 360, 900]) {
        await page.setViewportSize({ width, height: 600 });
        await page.goto(`${HUB}/widget?language=en`);
        assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= width, `sticks out of ${width} px`);
        assert.deepEqual(await axe_violations(page), []);
      }
    },
  },
  ...["light", "dark"].map((colorScheme) => ({
    name: `hubs: nothing sticks out and axe finds nothing, ${colorScheme}`,
    needs_program: true,
    on_demonstration: true,
    visitor: { colorScheme, locale: "de-DE" },
    async walk({ page }) {
      mkdirSync(screenshots, { recursive: true });
      const found = [];
      for (const [name, path, ready] of [["hubs", "/hubs", ".hub-list"], ["hub", HUB, ".hub-chart"]]) {
        await page.goto(path);
        await page.locator(ready).waitFor();
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 900 });
          const content = await page.evaluate(() => document.documentElement.scrollWidth);
          if (content > width) found.push(`${path}: ${content} px stick out of ${width} px`);
          for (const violation of await axe_violations(page)) found.push(`${path} at ${width} px: ${violation}`);
          await page.screenshot({ path: join(screenshots, `${name}-${colorScheme}-${width}.png`), fullPage: true });
        }
      }
      assert.deepEqual(found, []);
    },
  })),
];
