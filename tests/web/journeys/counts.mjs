// Every count leads to what it counts, on the pages of the demonstration; these stick out nowhere and axe finds nothing there.
import assert from "node:assert/strict";
import { axe_violations } from "../axe.mjs";
import { finds } from "../visit.mjs";
import { photograph_both } from "./appearance.mjs";

const PAGES = {
  "aims-states": ["/aims", "table"],
  "aims-rows": ["/aims/IE#in-catalogue", ".aim-rows li"],
  supporters: ["/innovations/1#supporters", ".supporters li"],
  pipeline: ["/innovations", ".river"],
  amendments: ["/framework/0.2.0", ".supporters"],
  overview: ["/framework/0.1.0/applications", "table"],
  profile: ["/applications/PT/0.1.0", ".next-acts"],
  case: ["/mainstreaming/1", ".case-timeline"],
};

async function count_of(link) {
  return Number((await link.textContent()).replace(/\D/g, ""));
}

export const journeys = [
  {
    name: "counts: of VET providers in the catalogue and of supporters, to their rows",
    needs_program: true,
    on_demonstration: true,
    async walk({ page }) {
      await page.goto("/aims");
      const providers = page.getByRole("row", { name: /Ireland/ }).getByRole("cell").first().getByRole("link");
      const known = await count_of(providers);
      await providers.click();
      const list = page.getByRole("region", { name: "VET providers in the catalogue" });
      await list.getByText(`${known} of ${known}`).waitFor();
      await finds(list.getByRole("listitem"), known);
      await page.goto("/innovations");
      const supporters = page.getByRole("table").getByRole("link", { name: /supporter/ }).first();
      const supporting = await count_of(supporters);
      await supporters.click();
      await page.locator(".supporters li").first().waitFor();
      await finds(page.locator(".supporters li"), supporting);
    },
  },
  {
    name: "counts: their pages stick out nowhere and axe finds nothing, light and dark",
    needs_program: true,
    on_demonstration: true,
    async walk({ page }) {
      const found = [];
      for (const [name, [address, ready]] of Object.entries(PAGES)) {
        await page.goto(address);
        await page.locator(ready).first().waitFor();
        await photograph_both(page, `counts-${name}`);
        for (const violation of await axe_violations(page)) found.push(`${address}: ${violation}`);
      }
      assert.deepEqual(found, []);
    },
  },
];
