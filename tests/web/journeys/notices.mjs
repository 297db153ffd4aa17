// What somebody was told: the count in the head, which of it comes by mail, the page in three widths, both colours and with long German words, and the way
// out of mails. Who is signed in, and what they were told, is invented here, as each role is told other things.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { axe_violations } from "../axe.mjs";
import { eventually, screenshots } from "../visit.mjs";

const WIDTHS = [360, 768, 1440];
const person = { person: 3, name: "Ada", mail: "ada@example.org", language: "de", state: "active", grants: [], has_password: true, created_at: "2026-01-01T10:00:00Z" };
const notice = (id, text, page, read_at = null) => ({ id, kind: "innovation_decided", about: "", word: "", text, page, at: "2026-05-01T10:00:00Z", read_at });
const unread = [
  notice(12, "Entscheidung zu „Unterrichtsstunden um vier Uhr morgens für Pflegehilfskräfte“: Mit Auflagen empfehlen", "/innovations/7"),
  notice(11, "Ihr Staat wird um seine Position zur Fassung 0.2.0 des Rahmens gebeten", "/framework/0.2.0"),
];
const read = [notice(9, "Ihnen wurde eine Rolle gegeben: Vertretung eines Mitgliedstaats (RO)", "/account", "2026-04-02T10:00:00Z")];

/** Answers as the server would to somebody with these notices; what was marked as read is read from then on. */
async function sign_in(page, waiting, before, chosen = []) {
  const marked = new Set();
  await page.route(/\/api\/v1\/account$/, (route) => route.fulfill({ json: { account: person, csrf_token: "t" } }));
  await page.route(/\/api\/v1\/account\/(sessions|tokens)$/, (route) => route.fulfill({ json: { sessions: [], tokens: [] } }));
  await page.route(/\/api\/v1\/notices\/preferences$/, (route) => {
    if (route.request().method() === "PUT") {
      chosen.push(route.request().postDataJSON());
      return route.fulfill({ status: 204 });
    }
    return route.fulfill({ json: { not_by_mail: ["panels"], ...chosen.at(-1), mail: "daily", has_feed: true } });
  });
  await page.route(/\/api\/v1\/notices\/(\d+)\/read$/, (route) => {
    marked.add(Number(/(\d+)\/read$/.exec(route.request().url())[1]));
    return route.fulfill({ status: 204 });
  });
  await page.route(/\/api\/v1\/notices\?/, (route) => {
    const left = waiting.filter((one) => !marked.has(one.id));
    const shown = new URL(route.request().url()).searchParams.get("shown");
    const notices = shown === "unread" ? left : shown === "read" ? [...waiting.filter((one) => marked.has(one.id)), ...before] : [];
    return route.fulfill({ json: { notices, unread: left.length, has_more: false } });
  });
}

export const journeys = [
  {
    name: "notices: from the count at the top of any page to what it tells, by keyboard; what is read no longer counts",
    async walk({ page }) {
      const chosen = [];
      await sign_in(page, unread, read, chosen);
      await page.goto("/coverage");
      await page.getByRole("banner").getByRole("link", { name: "Your notices, 2 unread notices" }).press("Enter");
      await page.getByRole("heading", { level: 1, name: "Your notices" }).waitFor();
      await page.getByRole("button", { name: /^Mark as read: Entscheidung/ }).press("Enter");
      await page.getByRole("banner").getByRole("link", { name: "Your notices, 1 unread notice" }).waitFor();
      const list = page.getByRole("region", { name: "Read", exact: true });
      await list.getByText(unread[0].text).waitFor();
      await page.getByRole("link", { name: "How notices come" }).press("Enter");
      await page.getByRole("heading", { name: "How notices come" }).waitFor();
      await eventually(async () => assert.equal(await page.getByLabel("By mail", { exact: true }).inputValue(), "daily"));
      await eventually(async () => assert.equal(await page.getByRole("checkbox", { name: /^Gates/ }).isChecked(), false));
      await page.getByRole("checkbox", { name: "Your roles" }).press("Space");
      await page.getByRole("button", { name: "Save" }).press("Enter");
      await page.getByText("Saved.").waitFor();
      assert.deepEqual(chosen, [{ mail: "daily", not_by_mail: ["panels", "roles"] }]);
    },
  },
  {
    name: "notices: the link of a mail ends the mails only once the button is pressed",
    async walk({ page }) {
      const sent = [];
      await page.route(/\/api\/v1\/account$/, (route) => route.fulfill({ json: { account: null, csrf_token: null } }));
      await page.route(/\/unsubscribe\/secret$/, (route) => {
        if (route.request().method() !== "POST") return route.continue();
        sent.push(route.request().url());
        return route.fulfill({ status: 204 });
      });
      await page.goto("/unsubscribe/secret");
      const button = page.getByRole("button", { name: "End these mails" });
      await button.waitFor();
      assert.equal(sent.length, 0);
      assert.deepEqual(await axe_violations(page), []);
      await button.click();
      await page.getByText("No more mails with notices will come.").waitFor();
      assert.equal(sent.length, 1);
    },
  },
  ...["light", "dark"].map((colorScheme) => ({
    name: `notices: nothing sticks out and axe finds nothing, ${colorScheme}`,
    visitor: { colorScheme, locale: "de-DE" },
    async walk({ page }) {
      mkdirSync(screenshots, { recursive: true });
      const found = [];
      for (const [name, address, waiting, before, ready] of [
        ["notices", "/notices", unread, read, unread[0].text],
        ["no-notices", "/notices", [], [], "Bisher wurde Ihnen nichts mitgeteilt."],
        ["notice-preferences", "/account", unread, read, "Neue Adresse"],
      ]) {
        await page.unrouteAll();
        await sign_in(page, waiting, before);
        await page.goto(address);
        await page.locator("main").getByText(ready).first().waitFor();
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
