// Who is who among organisations: a data curator decides on a doubtful pair, undoes it, and decides otherwise.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { axe_violations } from "../axe.mjs";
import { SISTERS, TWINS } from "../partnership_catalogue.mjs";
import { screenshots, sign_in } from "../visit.mjs";

const PAIR = new RegExp(TWINS[0]);
const OTHER_PAIR = new RegExp(SISTERS[0]);

async function assert_fits(page, name) {
  mkdirSync(screenshots, { recursive: true });
  for (const width of [360, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= width, `${name} sticks out of ${width} px`);
    assert.deepEqual(await axe_violations(page), []);
    await page.screenshot({ path: join(screenshots, `${name}-${width}.png`), fullPage: true });
  }
}

const pair_of = (page, name = PAIR) => page.getByRole("article", { name });

/** By keyboard alone, from the field of choice on. */
async function decide(page, pair, choice, reason) {
  const option = pair.getByRole("radio", { name: choice });
  await option.focus();
  await page.keyboard.press("Space");
  await pair.getByLabel("Why").focus();
  await page.keyboard.type(reason);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
}

export const journeys = [
  {
    name: "identity: a curator merges a doubtful pair, undoes it, and keeps the two apart",
    with_mail: true,
    async walk(visit, server) {
      const { page } = visit;
      await sign_in(page, server.link_of("curator@example.org", "Cora Curator", ["data_curator"]));
      await page.getByRole("banner").getByRole("link", { name: "Your tasks" }).click();
      await page.getByRole("link", { name: "2 pairs of organisations may be one, and wait for your decision." }).click();
      await page.getByRole("heading", { level: 1, name: "Organisations that may be one" }).waitFor();

      // Side by side: what both have, what differs, and why it is asked.
      const pair = pair_of(page);
      await pair.waitFor();
      const row = (name) => pair.getByRole("row").filter({ has: page.getByRole("rowheader", { name, exact: true }) });
      await row("PIC").getByText("different").waitFor();
      await row("Website").getByText("same").waitFor();
      await row("PIC").getByText("9004", { exact: true }).waitFor();
      await row("PIC").getByText("9005", { exact: true }).waitFor();
      await row("Newest projects").getByRole("link", { name: "SALDA" }).waitFor();
      await pair.getByText("the names have the same words").waitFor();
      await assert_fits(page, "identity-doubts");

      // Nothing is decided without a choice.
      await pair.getByLabel("Why").fill("Too early");
      await pair.getByRole("button", { name: "Decide" }).click();
      await pair.getByRole("alert").getByText("Choose one of the three.").waitFor();
      await pair.getByLabel("Why").fill("");

      const [kept, merged] = TWINS;
      const old_address = await pair.getByRole("link", { name: merged, exact: true }).getAttribute("href");
      await decide(page, pair, `They are one: “${merged}” becomes part of “${kept}”`, "It changed its legal form.");
      await page.getByRole("status").getByText(`“${merged}” is part of “${kept}” now.`).waitFor();
      await pair.waitFor({ state: "detached" });
      await page.getByText("1 pair waits.").waitFor();

      // The address of who became part of the other leads there.
      await page.goto(old_address);
      await page.getByRole("heading", { level: 1, name: kept, exact: true }).waitFor();
      assert.notEqual(new URL(page.url()).pathname, old_address);
      await page.getByText("Takes part in 2 projects").waitFor();

      // Its history, as everybody reads it, and the undo, which is the curator's.
      await page.getByRole("link", { name: "Names, merges and splits" }).click();
      await page.getByRole("heading", { level: 3, name: `“${merged}” became part of “${kept}”` }).waitFor();
      await page.getByText("It changed its legal form.").waitFor();
      await page.getByText("Cora Curator").waitFor();
      await page.getByRole("region", { name: "Other names" }).getByText(merged).waitFor();
      await assert_fits(page, "identity-history");
      await page.getByText(/^Undo decision \d+$/).click();
      await page.getByLabel("Why").first().fill("They have separate boards.");
      await page.getByRole("button", { name: "Undo this" }).click();
      await page.getByRole("status").getByText(/^Decision \d+ is undone\.$/).waitFor();
      await page.getByText(/^Undone by decision \d+\.$/).waitFor();
      await page.goto(old_address);
      await page.getByRole("heading", { level: 1, name: merged }).waitFor();
      assert.equal(new URL(page.url()).pathname, old_address);

      // Who was parted is not asked about again.
      await page.goto("/organisation-doubts");
      await page.getByText("1 pair waits.").waitFor();
      assert.equal(await pair_of(page).count(), 0);
      await decide(page, pair_of(page, OTHER_PAIR), "They are two; nobody is asked again", "Two chambers.");
      await page.getByRole("status").getByText(`“${SISTERS[0]}” and “${SISTERS[1]}” stay two.`).waitFor();
      await page.getByText("No pair waits for a decision.").waitFor();

      // That they are two is undone as well, and they are asked about again.
      await page.getByRole("link", { name: "See the history, or undo it" }).click();
      await page.getByRole("heading", { level: 3, name: `“${SISTERS[0]}” and “${SISTERS[1]}” are two` }).waitFor();
      await page.getByText(/^Undo decision \d+$/).click();
      await page.getByLabel("Why").first().fill("Nobody asked them.");
      await page.getByRole("button", { name: "Undo this" }).click();
      await page.getByText(/^Undone by decision \d+\.$/).waitFor();
      await page.goto("/organisation-doubts");
      await page.getByText("1 pair waits.").waitFor();
      await pair_of(page, OTHER_PAIR).waitFor();
    },
  },
  {
    name: "identity: others read the history and decide nothing",
    with_mail: true,
    async walk({ page }, server) {
      await sign_in(page, server.link_of("reader@example.org", "Rita Reader"));
      await page.goto("/organisation-doubts");
      await page.getByText("Only data curators decide on this.").waitFor();
      await page.goto("/?q=SALDA");
      await page.locator(".result-link").first().click();
      await page.getByRole("link", { name: TWINS[0], exact: true }).first().click();
      await page.getByRole("link", { name: "Names, merges and splits" }).click();
      await page.getByRole("heading", { level: 2, name: "Decisions" }).waitFor();
      await page.getByText("by a data curator").first().waitFor();
      assert.equal(await page.getByText("Cora Curator").count(), 0);
      assert.equal(await page.getByRole("button", { name: "Undo this" }).count(), 0);
      assert.equal(await page.getByRole("heading", { name: "Take something out" }).count(), 0);
    },
  },
];
