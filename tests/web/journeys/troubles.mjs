// What goes wrong: the server does not answer, nothing is found, odd input.
import assert from "node:assert/strict";
import { eventually, results, search_box, settled } from "../visit.mjs";

export const journeys = [
  {
    name: "troubles: a server that does not answer can be asked again",
    async walk(visit) {
      const { page } = visit;
      visit.expect_console("ERR_FAILED");
      visit.expect_console("Failed to load resource");
      await page.goto("/");
      await search_box(page).waitFor();
      await page.route("**/api/v1/projects?q=*", (route) => route.abort());
      await search_box(page).fill("training");
      await page.keyboard.press("Enter");
      const alert = page.getByRole("alert");
      await alert.getByText("The server does not answer").waitFor();
      await page.unroute("**/api/v1/projects?q=*");
      await alert.getByRole("button", { name: "Try again" }).click();
      await results(page).first().waitFor();
    },
  },
  {
    name: "troubles: nothing found says what to try",
    async walk(visit) {
      const { page } = visit;
      await page.goto("/?q=xyzzyplugh&filter[status]=finished");
      await page.getByRole("heading", { name: "No project found" }).waitFor();
      await page.getByRole("button", { name: "Search without Status: Finished" }).click();
      await page.waitForURL(/\?q=xyzzyplugh$/);
      await page.getByRole("button", { name: "Look through all projects" }).click();
      await page.waitForURL(/\?sort=-start$/);
      const { total } = await settled(page, visit);
      assert.ok(total > 0);
    },
  },
  {
    name: "troubles: what cannot be read is said and pointed at",
    async walk(visit) {
      const { page } = visit;
      await page.goto("/");
      await search_box(page).fill("training (vocational");
      await page.locator(".pointed-place").waitFor();
      assert.ok(["(", "(vocational"].includes((await page.locator(".pointed-place").textContent()).trim()));
    },
  },
  {
    name: "troubles: text that looks like markup stays text",
    async walk(visit) {
      const { page } = visit;
      const odd = '<img src=x onerror="document.title=1">';
      await page.goto(`/?q=${encodeURIComponent(odd)}`);
      await page.locator(".reading, .failure").first().waitFor();
      await eventually(async () => assert.equal(await search_box(page).inputValue(), odd));
      assert.equal(await page.locator("main img").count(), 0);
    },
  },
];
