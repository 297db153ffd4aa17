// Innovations: proposed from a project, judged by a panel, decided on with reasons.
import assert from "node:assert/strict";
import { axe_violations } from "../axe.mjs";
import { eventually, sign_in } from "../visit.mjs";
import { photograph_both } from "./appearance.mjs";

const TITLE = "Mentors from small firms";

async function assert_fit(page, name) {
  assert.deepEqual(await axe_violations(page), []);
  await photograph_both(page, name);
}

async function fill_proposal(page) {
  await page.getByLabel("Title").fill(TITLE);
  await page.getByLabel("The problem").fill("Apprentices leave in their first months.");
  await page.getByLabel("What is new").fill("A mentor of another firm, paid by a pool.");
  await page.getByLabel("Member State").fill("pt");
  await page.getByLabel("Addresses in the framework").fill("E7, P2");
}

async function assess(page) {
  await page.getByText("Give your assessment").click();
  await page.getByLabel("Declaration of interests").fill("None.");
  for (const criterion of ["Ethics", "Relevance", "Novelty"]) {
    await page.getByLabel(criterion, { exact: true }).selectOption("3");
  }
  await page.getByRole("button", { name: "Submit the assessment" }).click();
  await page.getByRole("columnheader", { name: "You" }).waitFor();
}

export const journeys = [
  {
    name: "innovations: from a project to a panel's decision with its reasons",
    needs_program: true,
    async walk(visit, server) {
      const { page } = visit;
      const innovator = server.link_of("anna@example.org", "Anna Silva", ["innovator", "31"]);
      const chair = server.link_of("bela@example.org", "Bela Kovács", ["panel_chair", "north"]);
      const second_chair = server.link_of("dora@example.org", "Dora Nowak", ["panel_chair", "north"]);
      const reviewer = server.link_of("carl@example.org", "Carl Berg", ["reviewer", "north"]);
      const { hits } = await visit.api("/projects?q=innovation&limit=1");

      await sign_in(page, innovator);
      await page.goto(`/projects/${encodeURIComponent(hits[0].id)}`);
      await page.getByRole("link", { name: "Propose an innovation from this project" }).click();
      await fill_proposal(page);
      await assert_fit(page, "propose");
      await page.getByRole("button", { name: "Propose an innovation" }).click();
      await page.getByRole("heading", { level: 1, name: TITLE }).waitFor();
      await page.getByRole("link", { name: hits[0].title }).waitFor();
      const address = new URL(page.url()).pathname;
      await page.getByText("Write something down").click();
      await page.getByLabel("In your words").fill("Approved by the board of the school.");
      await page.getByRole("button", { name: "Save" }).click();
      await page.getByRole("region", { name: "Written down for the gates" }).getByRole("definition").first().waitFor();

      await sign_in(page, chair);
      await page.goto(address);
      await page.getByRole("button", { name: "Take it on for the panel north" }).click();
      await page.getByText("Panel: north").waitFor();

      await sign_in(page, reviewer);
      await page.goto(address);
      await page.getByText("Scores are hidden until the gate has decided").waitFor();
      await assess(page);

      await sign_in(page, second_chair);
      await page.goto(address);
      await page.getByText("Decide", { exact: true }).first().click();
      await page.getByLabel("Decision").selectOption({ label: "Revise" });
      await page.getByLabel("Reasons").fill("Say what it costs.");
      await assert_fit(page, "innovation-decide");
      await page.getByRole("button", { name: "Decide" }).click();
      const timeline = page.getByRole("region", { name: "What was decided, and why" });
      await timeline.getByText("Say what it costs.").waitFor();
      assert.ok((await timeline.innerText()).includes("Chair of a panel: Dora Nowak"));

      await page.goto("/propose");
      await fill_proposal(page);
      await page.getByRole("button", { name: "Propose an innovation" }).click();
      await page.getByRole("heading", { name: "This may be known already" }).waitFor();
      await eventually(async () => assert.ok(page.url().endsWith("/propose"), "nothing is proposed before these were seen"));

      await page.goto("/innovations?decided=revise");
      await page.getByRole("link", { name: TITLE }).waitFor();
      await assert_fit(page, "innovations-list");
    },
  },
];
