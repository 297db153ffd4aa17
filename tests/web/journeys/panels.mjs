// A panel of four scores by a rubric, disagrees and calibrates; an officer ranks what was scored and moves the weights.
import assert from "node:assert/strict";
import { axe_violations } from "../axe.mjs";
import { eventually, finds, sign_in } from "../visit.mjs";
import { photograph_both } from "./appearance.mjs";

const PANEL = "harbour";
const FIRST = [["4", "4", "4", "1"], ["4", "0", "1", "4"], ["3", "4", "0", "2"], ["2", "1", "4", "cannot_judge"]];

async function assert_fit(page, name) {
  assert.deepEqual(await axe_violations(page), []);
  await photograph_both(page, name);
}

/** Does at the API what other journeys do on the pages. */
async function send(visit, path, body, method = "post") {
  const { csrf_token } = await visit.api("/account");
  const answer = await visit.context.request[method](`${visit.address}/api/v1${path}`, { data: body, headers: { "x-csrf-token": csrf_token } });
  assert.ok(answer.ok(), `${path}: ${await answer.text()}`);
  return answer.status() === 204 ? undefined : answer.json();
}

async function propose(visit, title) {
  const { id } = await send(visit, "/innovations", {
    title, problem: `${title} are missing.`, what_is_new: `${title} are new.`, target_group: "Apprentices", eqf_levels: ["3"],
    isced_field: "0715", setting: "workplace", type: "organisation", novelty: "member_state", novelty_justification: "None is known.",
    theory_of_change: "They stay.", intended_outcomes: ["more stay"], resources: "Two hours", licence: "CC-BY-4.0", languages: ["en"],
    member_state: "PT", organisation: "77",
  });
  return id;
}

async function draft_rubric(page) {
  await page.goto("/innovations");
  await page.getByRole("link", { name: "Rubrics" }).click();
  await page.getByRole("heading", { level: 1, name: "Rubrics" }).waitFor();
  await page.getByText("Draft a rubric", { exact: true }).click();
  await page.getByLabel("Title").fill("First look from the harbour");
  await page.getByLabel("Gate after").selectOption({ label: "Identified" });
  const names = ["Safety", "Relevance", "Novelty", "Reach"];
  for (const [place, name] of names.entries()) {
    if (place > 0) await page.getByRole("button", { name: "Add a criterion" }).click();
    const fields = page.getByRole("group", { name: `Criterion ${place + 1}` });
    await fields.getByLabel("Name").fill(name);
    await fields.getByLabel("Question to the reviewer").fill(`How is its ${name.toLowerCase()}?`);
    for (const score of [0, 1, 2, 3, 4]) await fields.getByLabel(`What ${score} means`).fill(`${name} is at ${score}.`);
    if (place === 0) await fields.getByLabel("What it counts for").selectOption({ label: "It must be met" });
    if (place === 1) await fields.getByLabel("Weight (1 to 100)").fill("3");
  }
  await assert_fit(page, "rubric-draft");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("heading", { level: 1, name: "First look from the harbour" }).waitFor();
  await page.getByRole("button", { name: "Publish" }).click();
  await page.getByText(/^Published on/).waitFor();
  await page.getByRole("cell", { name: "Relevance is at 3." }).waitFor();
}

async function assign(page, names) {
  await page.getByText("Assign a reviewer", { exact: true }).click();
  const form = page.locator("details", { hasText: "Assign a reviewer" });
  for (const name of names) {
    await form.getByLabel("Reviewer", { exact: true }).selectOption({ label: name });
    await form.getByRole("button", { name: "Assign", exact: true }).click();
    await page.getByRole("row", { name: new RegExp(`${name}.*assigned`) }).waitFor();
  }
}

async function declare(page) {
  await page.getByLabel("Your declaration").fill("I know nobody there.");
  await page.getByRole("button", { name: "Declare", exact: true }).click();
  await page.getByRole("heading", { level: 2, name: "Your scores" }).waitFor();
}

async function score(page, answers) {
  for (const [place, answer] of answers.entries()) await page.locator(`input[name="score-${place}"][value="${answer}"]`).check();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText("Saved. Nobody else sees it yet.").waitFor();
  const submit = page.getByRole("button", { name: "Submit", exact: true });
  await submit.click();
  await submit.waitFor({ state: "detached" });
  await page.getByRole("columnheader", { name: "You" }).first().waitFor();
}

export const journeys = [
  {
    name: "panels: four score, disagree and calibrate, and an officer ranks",
    needs_program: true,
    async walk(visit, server) {
      const { page } = visit;
      const steward = server.link_of("stella@example.org", "Stella", ["framework_steward", ""]);
      const innovator = server.link_of("ines@example.org", "Ines", ["innovator", "77"]);
      const chair = server.link_of("chara@example.org", "Chara", ["panel_chair", PANEL]);
      const names = ["Rea", "Rino", "Rosa", "Ruta"];
      const mail_of = (name) => `${name.toLowerCase()}@example.org`;
      for (const name of names) server.link_of(mail_of(name), name, ["reviewer", PANEL]);
      server.link_of("cousin@example.org", "Carl", ["reviewer", PANEL], ["organisation_representative", "77"]);
      const officer = server.link_of("olga@example.org", "Olga", ["member_state_representative", "MT"]);

      await sign_in(page, steward);
      await draft_rubric(page);
      const rubric = new URL(page.url()).pathname;

      await sign_in(page, innovator);
      const ids = [];
      for (const title of ["Lanterns", "Moorings"]) ids.push(await propose(visit, title));
      await sign_in(page, chair);
      for (const id of ids) {
        const { revision } = await visit.api(`/innovations/${id}`);
        await send(visit, `/innovations/${id}/panel`, { revision, panel: PANEL });
      }
      await page.goto(`/innovations/${ids[0]}`);
      await page.getByRole("link", { name: "Go to the panel: who scores, scores and agreement" }).click();
      await assign(page, names);
      await page.getByText("Carl: Nobody judges the work of their own organisation.").waitFor();
      await assert_fit(page, "panel-chair");

      for (const [place, name] of names.entries()) {
        await sign_in(page, server.link_for(mail_of(name)));
        await page.goto(`/innovations/${ids[0]}/panel`);
        await declare(page);
        await page.getByText("Scores of others are hidden until you have submitted your own.").waitFor();
        if (place === 1) await assert_fit(page, "panel-scoring");
        await score(page, FIRST[place]);
        await send(visit, `/innovations/${ids[1]}/assessments`, {
          revision: (await visit.api(`/innovations/${ids[1]}`)).revision, scores: ["3", "1", "4", "4"], declaration: "None.",
        });
      }

      await sign_in(page, server.link_for("chara@example.org"));
      await page.goto(`/innovations/${ids[0]}/panel`);
      await page.getByRole("row", { name: /^Krippendorff's alpha/ }).waitFor();
      await page.getByText("Open a calibration", { exact: true }).click();
      const calibration = page.locator("details", { hasText: "Open a calibration" });
      await calibration.getByLabel("Reasons").fill("Relevance is read in two ways.");
      await calibration.getByRole("button", { name: "Open it" }).click();
      await page.getByText("A calibration goes on: 0 of 4 have scored again.").waitFor();
      for (const name of names) {
        await sign_in(page, server.link_for(mail_of(name)));
        await page.goto(`/innovations/${ids[0]}/panel`);
        await page.getByRole("heading", { level: 2, name: "Your scores in calibration 1" }).waitFor();
        await score(page, ["3", "4", "1", "1"]);
      }
      await sign_in(page, server.link_for("chara@example.org"));
      await page.goto(`/innovations/${ids[0]}/panel`);
      await page.getByRole("heading", { level: 4, name: "First scoring" }).waitFor();
      await page.getByRole("heading", { level: 4, name: "Calibration 1" }).waitFor();
      await finds(page.getByRole("row", { name: /^Krippendorff's alpha/ }), 2, "both scorings keep their agreement");
      await finds(page.getByText(/drawn 2,000 times with the seed \d+, which is kept/), 2, "and the seeds of its intervals");
      await assert_fit(page, "panel-calibrated");
      for (const id of ids) {
        const { revision } = await visit.api(`/innovations/${id}`);
        await send(visit, `/innovations/${id}/moves`, { revision, act: "revise", reasons: "Say what it costs." });
      }

      await sign_in(page, officer);
      await page.goto(rubric);
      await page.getByRole("link", { name: "Rank what was scored by it" }).click();
      const order = page.getByRole("region", { name: "The order" });
      await order.getByRole("row", { name: /^1 Lanterns/ }).waitFor();
      await page.getByLabel("Weight of: Relevance").fill("1");
      await page.getByRole("button", { name: "Rank with these weights" }).click();
      await order.getByRole("row", { name: /^1 Moorings/ }).waitFor();
      await page.getByText("With the rubric's own weights another comes first.").waitFor();
      await eventually(async () => assert.equal(new URL(page.url()).search, "?weights=1,1,1"));
      await assert_fit(page, "ranking");
      await page.reload();
      await order.getByRole("row", { name: /^1 Moorings/ }).waitFor();
      await page.getByRole("link", { name: "Back to the rubric's own weights" }).click();
      await order.getByRole("row", { name: /^1 Lanterns/ }).waitFor();
    },
  },
];
