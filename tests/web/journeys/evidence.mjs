// Evidence: one protocol, a pilot lead in one country and a second in another, an evaluator who locks, analyses and reports.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { axe_violations } from "../axe.mjs";
import { eventually, screenshots } from "../visit.mjs";
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
  await page.getByRole("button", { name: "Add an outcome" }).click();
  const second = page.getByRole("group", { name: "Outcome 2" });
  await second.getByLabel("What is measured?").fill("Passed the exam");
  await second.getByLabel("With what?").fill("Exam of the guild");
  await second.getByLabel("When?").fill("In June");
  await second.getByLabel("How is it told of a learner?").selectOption({ label: "Yes or no, for example passed" });
  await second.getByLabel("Primary").check();
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

/** What a reader takes along: the first bytes tell what kind of file it is. */
async function saved(page, button) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: button }).first().click()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** Costs and sessions, as the lead knows them at the end. */
async function enter_delivery(page) {
  await page.getByText("Enter costs and sessions").click();
  await page.getByRole("button", { name: "Add a cost" }).click();
  const cost = page.getByRole("group", { name: "Cost 1" });
  await cost.getByLabel("Kind of cost").selectOption({ label: "Staff time" });
  await cost.getByLabel("What for").fill("Trainer at the bench");
  await cost.getByLabel("Hours").fill("40");
  await cost.getByLabel("Euro for an hour").fill("32.50");
  await page.getByLabel("Sessions that were planned").fill("20");
  await page.getByLabel("Sessions that were held").fill("18");
  await page.getByLabel("Circumstances").fill("Half the class came from one firm.");
  await page.getByRole("region", { name: "What it took" }).getByRole("button", { name: "Save" }).click();
  await page.getByText("€46.43 per learner.").waitFor();
}

/** Plans a pilot and enters what it measured; answers its address. */
async function carry_out(page, protocol, site, state, mean, passed) {
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
    await fields.getByLabel("Learners", { exact: true }).fill("25");
    await fields.getByLabel("Mean after").fill(value);
    await fields.getByLabel("Standard deviation after").fill("2");
    const exam = page.getByRole("group", { name: `Passed the exam: ${group}` });
    await exam.getByLabel("Learners", { exact: true }).fill("25");
    await exam.getByLabel("Learners of whom it is true").fill(group === "With it" ? passed : "10");
  }
  await page.getByRole("region", { name: "What was measured" }).getByRole("button", { name: "Save" }).first().click();
  await page.getByText(/The first data came/).waitFor();
  await enter_delivery(page);
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
      const portugal = await carry_out(page, protocol, "Escola 1", "pt", "8", "19");

      await sign_in(page, second_lead);
      const { person } = await send(page, `/innovations/${id}/team`, { role: "pilot_lead", organisation: "42" });
      await sign_in(page, server.link_for("eva.lead@example.org"));
      await send(page, `/innovations/${id}/waiting/${person}`, { role: "pilot_lead" });
      await sign_in(page, server.link_for("ion.lead@example.org"));
      const romania = await carry_out(page, protocol, "Scoala 2", "ro", "5.8", "12");

      await sign_in(page, judge);
      for (const pilot of [portugal, romania]) {
        await page.goto(pilot);
        await step(page, "Lock the data", "Data locked");
        await step(page, "Analyse", "Analysed");
        await step(page, "Report", "Reported", "As declared; one site each.");
      }
      await page.getByText("On “Faults found” this pilot cannot tell whether it helps or harms.").waitFor();
      await page.getByText(/On “Passed the exam” this pilot cannot tell whether it helps or harms: 8 more of 100 learners/).waitFor();
      await page.getByText(/Not told in months of progress: it was not declared/).waitFor();
      await assert_fit(page, "pilot");
      await page.goto(`${portugal}/report`);
      await page.getByText(/On “Passed the exam” learners with it did better: 36 more of 100 learners, between \d+ and \d+/).waitFor();
      await page.getByText(/SHA-256 [0-9a-f]{64}/).first().waitFor();
      await page.getByRole("img", { name: "Each pilot, and all together: Passed the exam" }).waitFor();
      await assert_fit(page, "report");
      await page.emulateMedia({ media: "print", colorScheme: "dark" });
      assert.equal(await page.evaluate(() => getComputedStyle(document.body).color), "rgb(27, 36, 48)", "paper is light, whatever the screen is");
      await eventually(async () => assert.equal(await page.getByRole("button", { name: "Print, or save as PDF" }).isVisible(), false));
      await page.screenshot({ path: join(screenshots, "report-print.png"), fullPage: true });
      await page.emulateMedia({ media: "screen", colorScheme: "light" });
      await page.goto(protocol);
      await page.getByRole("img", { name: /Each pilot, and all together/ }).first().waitFor();
      await page.getByText("It rests on two pilots").first().waitFor();
      await page.getByText(/With fewer than ten pilots asymmetry cannot be told from chance/).first().waitFor();
      await page.getByText("Not computed: 2 pilots tell it, 10 are needed.").first().waitFor();
      await assert_fit(page, "protocol");
      for (const picture of ["Each pilot, and all together: Passed the exam", "Do small pilots find more?: Passed the exam"]) {
        const png = await saved(page, `PNG: ${picture}`);
        assert.match(png.name, /-passed-the-exam\.png$/);
        assert.deepEqual([...png.bytes.subarray(0, 8)], [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
        assert.ok(png.bytes.length > 5000, "a blank picture would be smaller");
        const svg = await saved(page, `SVG: ${picture}`);
        assert.match(svg.bytes.toString(), /^<svg [^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"[\s\S]*<text[^>]* fill="rgb/);
      }
      await page.goto(`/innovations/${id}/evidence`);
      await page.getByRole("heading", { name: "Level 3 of 5" }).waitFor();
      await page.getByText("Of the reported pilots 1 found it better, 1 could not tell, 0 found it worse.").waitFor();
      await assert_fit(page, "evidence");
      await page.goto(`/innovations/${id}`);
      await page.getByRole("region", { name: "Evidence" }).getByText(/Level 3 of 5/).waitFor();
    },
  },
];
