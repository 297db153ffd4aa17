// Consortia: from a link and by hand to a judged consortium, from candidates to a proposal, without an account.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { axe_violations } from "../axe.mjs";
import { eventually, screenshots } from "../visit.mjs";

const WIDTHS = [360, 768, 1440];

async function add(page, name, country, { candidate = false } = {}) {
  await page.getByLabel("Organisation", { exact: true }).fill(name);
  await page.getByLabel(/Only a candidate: somebody/).setChecked(candidate);
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await page.getByLabel(`Country of ${name}`).selectOption(country);
  await page.getByLabel(`EU grant, euro of ${name}`).fill("1000");
}

export const journeys = [
  {
    name: "consortium: a consortium is built, judged, filled and downloaded without an account",
    needs_program: true,
    async walk({ page }) {
      await page.goto("/");
      await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Consortium" }).click();
      await page.getByRole("heading", { level: 1, name: "Build a consortium" }).waitFor();
      await page.getByLabel("Type of call").selectOption("erasmus-ka220");
      await add(page, "Escola Nova", "PT");
      await page.getByText("At least one rule is broken.").waitFor();
      await add(page, "Kammer Nord", "AT");
      await add(page, "Scoala Una", "RO", { candidate: true });
      await add(page, "Scoala Alta", "RO", { candidate: true });
      await page.getByRole("button", { name: "Find the best" }).click();
      await page.getByText(/1 organisation, scores together/).waitFor();
      await page.getByText("Or instead:").waitFor();
      assert.deepEqual(await axe_violations(page), []);
      await page.getByRole("button", { name: "Take in all" }).click();
      await page.getByText(/^Taken in: Scoala/).waitFor();
      await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement?.id), "consortium-members"));
      await page.getByText("All rules that can be judged here are kept.").waitFor();
      const coming = page.waitForEvent("download");
      await page.getByRole("button", { name: "Download as a table (CSV)" }).click();
      const table = readFileSync(await (await coming).path(), "utf8");
      assert.match(table, /Escola Nova,PT,,coordinator,1000/);
      await page.reload();
      await page.getByRole("rowheader", { name: "Kammer Nord" }).waitFor();
    },
  },
  {
    name: "consortium: a link brings an organisation of the catalogue, and another is found by its name",
    needs_program: true,
    async walk(visit) {
      const { page } = visit;
      const { hits } = await visit.api("/projects?q=&limit=1");
      const { id, name } = hits[0].coordinator;
      await page.goto(`/consortium?rules=horizon-csa&organisation=${id}`);
      await page.getByRole("rowheader", { name }).waitFor();
      await page.getByText("All rules that can be judged here are kept.").waitFor();
      await eventually(async () => assert.equal(new URL(page.url()).search, ""));
      const { completions } = await visit.api(`/completions?q=${encodeURIComponent(name.split(" ")[0])}&limit=4`);
      const known = completions.find(({ kind }) => kind === "organisation").text;
      await page.getByRole("button", { name: "Remove all" }).click();
      await page.getByLabel("Organisation", { exact: true }).pressSequentially(name.split(" ")[0]);
      await page.locator(".completion").first().waitFor();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await page.getByRole("rowheader", { name: known }).waitFor();
      await eventually(async () => assert.notEqual(await page.getByLabel(`Country of ${known}`).inputValue(), ""));
    },
  },
  ...["light", "dark"].map((colorScheme) => ({
    name: `consortium: nothing sticks out and axe finds nothing, ${colorScheme}`,
    needs_program: true,
    visitor: { colorScheme, locale: "de-DE" },
    async walk({ page }) {
      mkdirSync(screenshots, { recursive: true });
      const entry = (key, name, score) => ({ key, organisation: null, name, country: "PT", type: null, role: score === null ? "coordinator" : null, budget_eur: null, newcomer: null, score });
      const draft = { rules: "erasmus-cove", entries: [entry("1", "Escola Profissional de Desenvolvimento Rural", null), entry("2", "Berufsbildungszentrum", 0.5)] };
      await page.addInitScript((text) => localStorage.setItem("tributary.consortium", text), JSON.stringify(draft));
      await page.goto("/consortium");
      await page.getByText("Mindestens eine Regel ist verletzt.").waitFor();
      await page.getByRole("button", { name: "Die besten finden" }).click();
      await page.getByText("Keine Auswahl dieser Kandidaten hält alle Regeln ein.").waitFor();
      const found = [];
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        const content = await page.evaluate(() => document.documentElement.scrollWidth);
        if (content > width) found.push(`${content} px stick out of ${width} px`);
        for (const violation of await axe_violations(page)) found.push(`at ${width} px: ${violation}`);
        await page.screenshot({ path: join(screenshots, `consortium-${colorScheme}-${width}.png`), fullPage: true });
      }
      assert.deepEqual(found, []);
    },
  })),
];
