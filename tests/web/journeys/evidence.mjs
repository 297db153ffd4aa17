// Evidence: one protocol, a pilot lead in one country and a second in another, an evaluator who locks, analyses and reports.
import assert from "node:assert/strict";
import { axe_violations } from "../axe.mjs";
import { photograph_both } from "./appearance.mjs";

const TITLE = "Tool talks at the bench";

async function assert_fit(page, name) {
  assert.deepEqual(await axe_violations(page), []);
  await photograph_both(page, name);
}

async function sign_in(page, link) {
  await page.goto(link);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("link", { name: "Your account" }).waitFor();
}

/** What the pages before these do: an innovation with two pilot leads. */
async function send(page, path, body) {
  return page.evaluate(async ([path, body]) => {
    const own = await (await fetch("/api/v1/account")).json();
    const answer = await fetch(`/api/v1${path}`, {
      method: "POST", headers: { "content-type": "application/json", "x-csrf-token": own.csrf_token }, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
    return answer.status === 204 ? { person: own.account.person } : { ...(await answer.json()), person: own.account.person };
  }, [path, body]);
}

async function fill_protocol(page) {
  await page.getByText("Draft a protocol").click();
  await page.getByLabel("Title").fill("Do tool talks help?");
  await page.getByLabel("What do you want to find out?").fill("Do apprentices find more faults?");
  await page.getByLabel("What do learners of the first group get?").fill("Ten minutes a day");
  await page.getByLabel("What do the others get?").fill("Lessons as before");
  await page.getByLabel("What is measured?").fill("Faults found");
  await page.getByLabel("With what?").fill("Twelve faults on a bench");
  await page.getByLabel("When?").fill("After half a year");
  await page.getByLabel("How will it be analysed?").fill("Hedges' g.");
  await page.getByLabel("When would it be stopped early?").fill("If somebody is hurt.");
  await page.getByText(/is found in four of five such trials/).waitFor();
}

async function step(page, act, state, reasons) {
  const next = page.getByRole("region", { name: "What comes next" });
  await next.getByLabel("Step").selectOption({ label: act });
  if (reasons) await next.getByLabel("Reasons").fill(reasons);
  await next.getByRole("button", { name: "Do it" }).click();
  await page.locator(".pilot-head .pilot-state", { hasText: state }).waitFor();
}

/** Plans a pilot and enters what it measured; answers its address. */
async function carry_out(page, protocol, site, state, mean) {
  await page.goto(protocol);
  await page.getByText("Plan a pilot").first().click();
  await page.getByLabel("School, firm or centre").fill(site);
  await page.getByLabel("Member State").fill(state);
  await page.getByRole("button", { name: "Plan a pilot" }).click();
  await page.getByRole("heading", { level: 1, name: `Pilot: ${site}` }).waitFor();
  await step(page, "Begin to recruit", "Recruiting");
  await step(page, "Start", "Running");
  await page.getByText("Enter participants").click();
  const flow = page.getByRole("region", { name: "Participants" });
  for (const [name, learners] of [["Assigned", "30"], ["Started", "28"], ["Measured", "26"], ["Analysed", "25"]]) {
    for (const field of await flow.getByLabel(name).all()) await field.fill(learners);
  }
  await flow.getByRole("button", { name: "Save" }).click();
  await page.getByRole("img", { name: "Participants" }).waitFor();
  await page.getByText("Enter the figures of each group").click();
  for (const [group, value] of [["With it", mean], ["Without it", "6"]]) {
    const fields = page.getByRole("group", { name: `Faults found: ${group}` });
    await fields.getByLabel("Learners").fill("25");
    await fields.getByLabel("Mean after").fill(value);
    await fields.getByLabel("Standard deviation after").fill("2");
  }
  await page.getByRole("region", { name: "What was measured" }).getByRole("button", { name: "Save" }).first().click();
  await page.getByText(/The first data came/).waitFor();
  return new URL(page.url()).pathname;
}

export const journeys = [
  {
    name: "evidence: two countries under one protocol, an evaluator locks, analyses and reports",
    needs_program: true,
    async walk(visit, server) {
      const { page } = visit;
      const first_lead = server.link_of("eva.lead@example.org", "Eva Lead", ["innovator", "41"]);
      const second_lead = server.link_of("ion.lead@example.org", "Ion Lead", ["pilot_lead", "42"]);
      const judge = server.link_of("ada.judge@example.org", "Ada Judge", ["evaluator", "43"]);

      await sign_in(page, first_lead);
      const { id } = await send(page, "/innovations", { title: TITLE, problem: "Faults are not found.", what_is_new: TITLE, theory_of_change: "Talking trains the eye.",
        member_state: "PT", organisation: "41" });
      await send(page, `/innovations/${id}/team`, { role: "pilot_lead", organisation: "41" });
      await page.goto(`/innovations/${id}/evidence`);
      await fill_protocol(page);
      await assert_fit(page, "protocol-draft");
      await page.getByRole("button", { name: "Save" }).click();
      await page.getByRole("heading", { level: 1, name: "Do tool talks help?" }).waitFor();
      const protocol = new URL(page.url()).pathname;
      await step(page, "Register", "Registered");
      await page.getByText(/As registered/).click();
      await page.getByText(/^SHA-256 [0-9a-f]{64}$/).waitFor();
      const portugal = await carry_out(page, protocol, "Escola 1", "pt", "8");

      await sign_in(page, second_lead);
      const { person } = await send(page, `/innovations/${id}/team`, { role: "pilot_lead", organisation: "42" });
      await sign_in(page, server.link_for("eva.lead@example.org"));
      await send(page, `/innovations/${id}/waiting/${person}`, { role: "pilot_lead" });
      await sign_in(page, server.link_for("ion.lead@example.org"));
      const romania = await carry_out(page, protocol, "Scoala 2", "ro", "5.8");

      await sign_in(page, judge);
      for (const pilot of [portugal, romania]) {
        await page.goto(pilot);
        await step(page, "Lock the data", "Data locked");
        await step(page, "Analyse", "Analysed");
        await step(page, "Report", "Reported", "As declared; one site each.");
      }
      await page.getByText("On “Faults found” this pilot cannot tell whether it helps or harms.").waitFor();
      await assert_fit(page, "pilot");
      await page.goto(protocol);
      await page.getByRole("img", { name: /Each pilot, and all together/ }).waitFor();
      await page.getByText("It rests on two pilots").waitFor();
      await assert_fit(page, "protocol");
      await page.goto(`/innovations/${id}/evidence`);
      await page.getByRole("heading", { name: "Level 3 of 5" }).waitFor();
      await page.getByText("Of the reported pilots 1 found it better, 1 could not tell, 0 found it worse.").waitFor();
      await assert_fit(page, "evidence");
      await page.goto(`/innovations/${id}`);
      await page.getByRole("region", { name: "Evidence" }).getByText(/Level 3 of 5/).waitFor();
    },
  },
];
