// The two aims of a Member State: from the list to one figure's rows, and an answer that its officer records.
import assert from "node:assert/strict";
import { axe_violations } from "../axe.mjs";
import { sign_in } from "../visit.mjs";

export const journeys = [
  {
    name: "aims: an officer records what a provider answered, and the figure opens to it",
    needs_program: true,
    async walk(visit, server) {
      const { page, context, address } = visit;
      await sign_in(page, server.link_of("eeva@example.org", "Eeva", ["national_agency_officer", "FI"]));
      const { csrf_token } = await visit.api("/account");
      const made = await context.request.post(`${address}/api/v1/providers`, {
        data: { name: "Oppilaitos", member_state: "FI" }, headers: { "x-csrf-token": csrf_token },
      });
      assert.ok(made.ok(), await made.text());

      await page.goto("/");
      await page.getByRole("link", { name: "Two aims" }).click();
      await page.getByRole("heading", { level: 1, name: "The two aims" }).waitFor();
      assert.deepEqual(await axe_violations(page), []);
      await page.getByRole("link", { name: "Finland" }).click();
      await page.getByRole("heading", { level: 2, name: "Contribution of VET to innovation" }).waitFor();
      const innovating = page.getByRole("region", { name: "Providers that innovate", exact: true });
      await innovating.getByText("Nothing is known of these years. That is not 0.").waitFor();

      await page.getByText("Record an answer of a provider").click();
      const form = page.locator("details", { hasText: "Record an answer of a provider" });
      const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
      await form.getByLabel("Answered on").fill(yesterday);
      await form.getByRole("button", { name: "Add an innovation" }).click();
      await form.getByLabel("In use since").fill(yesterday);
      await form.getByLabel("Where this is known from").fill("a letter");
      assert.deepEqual(await axe_violations(page), []);
      await form.getByRole("button", { name: "Record it" }).click();

      await innovating.getByText("100%").first().waitFor();
      await innovating.getByText("Every year, as a table").click();
      await innovating.getByRole("button", { name: /^1 row behind/ }).click();
      await innovating.getByRole("listitem").getByText("Oppilaitos").waitFor();
      assert.deepEqual(await axe_violations(page), []);
      await page.getByRole("region", { name: "What providers answered" }).getByRole("row", { name: /Oppilaitos.*a letter/ }).waitFor();
    },
  },
];
