// A school officer looks for a partnership: an idea, partners with what speaks for them, a consortium held against the rules of a
// call, a message to one of them and its answer. Mails go by SMTP; nobody ever sees an address of the other side.
import assert from "node:assert/strict";
import { axe_violations } from "../axe.mjs";
import { SCHOOL, SITE } from "../partnership_catalogue.mjs";
import { eventually } from "../visit.mjs";

const OFFICER = "officer@escola-nova.example";
const REPRESENTATIVE = `ana@${SITE}`;
const PASSWORD = "a river has many tributaries";
const IDEA = "Apprentices weld with collaborative robots in school workshops";

async function sign_up(page, server, mail, name) {
  await page.goto("/sign-up");
  await page.getByLabel("Mail address").fill(mail);
  await page.getByRole("button", { name: "Send me the link" }).click();
  await page.getByRole("heading", { name: "A mail is on its way" }).waitFor();
  await page.goto(await server.mailed_link(mail, "confirm"));
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Open your account" }).click();
  await page.getByRole("heading", { level: 1, name }).waitFor();
}

/** Collects every answer in which the browser was told this address. */
function watch_for(context, address) {
  const told = [];
  const reading = [];
  context.on("response", (response) => {
    reading.push(response.text().then((text) => text.includes(address) && told.push(response.url()), () => undefined));
  });
  return async () => {
    await Promise.all(reading);
    return told;
  };
}

/** Who represents the school proves it by mail, and takes messages. */
async function claim(page, server, organisation) {
  await page.goto(organisation);
  await page.getByText("Nobody represents this organisation here yet.").waitFor();
  await page.getByText("I represent this organisation").click();
  await page.getByRole("button", { name: "Send the link" }).click();
  await page.getByText("The link is on its way.").waitFor();
  await page.goto(await server.mailed_link(REPRESENTATIVE, "confirm-claim"));
  await page.getByRole("button", { name: "Confirm" }).click();
  await page.getByText("You represent it now.").waitFor();
  await page.getByRole("link", { name: "Go to the organisation" }).click();
  await page.getByRole("button", { name: "Take messages for this organisation" }).click();
  await page.getByText("You take messages for this organisation").waitFor();
}

async function find_partners(page) {
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Partners" }).click();
  await page.getByLabel("Your idea, in your own words").fill(IDEA);
  await page.getByRole("button", { name: "Find partners" }).click();
  await page.getByRole("heading", { name: /organisations?, from .* like it/ }).waitFor();
  const entry = page.getByRole("listitem").filter({ has: page.getByRole("link", { name: SCHOOL, exact: true }) });
  // What speaks for it, and that somebody answers there.
  await entry.getByRole("link", { name: /^WELD\d$/ }).first().waitFor();
  await entry.getByRole("link", { name: `Write a message to ${SCHOOL}` }).waitFor();
  assert.deepEqual(await axe_violations(page), []);
  for (const name of [SCHOOL, "Schweißfachschule Ruhr", "Istituto dei Saldatori"]) {
    await page.getByRole("button", { name: `Add to the consortium: ${name}` }).click();
    await page.getByRole("button", { name: `Take out of the consortium: ${name}` }).waitFor();
  }
}

async function check_consortium(page) {
  await page.getByRole("link", { name: "Check it against the rules of a call, and fill it" }).click();
  await page.getByRole("heading", { level: 1, name: "Build a consortium" }).waitFor();
  await page.getByRole("rowheader", { name: SCHOOL }).waitFor();
  await page.getByLabel("Type of call").selectOption("erasmus-ka220");
  const rule = page.locator(".consortium-outcome", { hasText: "They are from at least 3 different EU Member States" });
  await rule.getByText("Kept.").waitFor();
  assert.deepEqual(await axe_violations(page), []);
}

export const journeys = [
  {
    name: "partnership: from an idea to an answer, and no address seen on the way",
    with_mail: true,
    async walk(visit, server) {
      const { page } = visit;
      const other_context = await page.context().browser().newContext({ baseURL: server.address, locale: "en-GB", reducedMotion: "reduce" });
      try {
        const representative = await other_context.newPage();
        const told_representative = watch_for(other_context, OFFICER);
        const told_officer = watch_for(page.context(), REPRESENTATIVE);
        await sign_up(representative, server, REPRESENTATIVE, "Ana Ionescu");
        const { hits } = await visit.api("/projects?q=WELD1&limit=1");
        await claim(representative, server, `/organisations/${hits[0].coordinator.id}`);

        await sign_up(page, server, OFFICER, "Otto Officer");
        await find_partners(page);
        await check_consortium(page);

        // To the school, by the link in its row: the form is open.
        await page.getByRole("link", { name: `Write a message to ${SCHOOL}` }).click();
        await page.getByRole("heading", { level: 1, name: SCHOOL }).waitFor();
        await page.getByLabel("Subject").fill("Robots in autumn");
        await page.getByLabel("Message", { exact: true }).fill("Would you join us? My number is 21 23 45 67.");
        visit.expect_console("400");
        await page.getByRole("button", { name: "Send", exact: true }).click();
        await page.getByRole("alert").waitFor();
        await page.getByLabel("Message", { exact: true }).fill("Would you join us in a cooperation partnership?");
        await page.getByRole("button", { name: "Send", exact: true }).click();
        await page.getByRole("heading", { level: 1, name: "Robots in autumn" }).waitFor();
        await page.getByText("The organisation has not said yet whether it wants to talk.").waitFor();
        assert.deepEqual(await axe_violations(page), []);

        // It comes to the representative by mail, with a link and no address of the officer.
        const link = await eventually(() => {
          const found = server.mails_to(REPRESENTATIVE).map((text) => /\/messages\/\d+/.exec(text)?.[0]).filter(Boolean).at(-1);
          assert.ok(found, "no mail yet");
          return found;
        });
        assert.deepEqual(server.mails_to(REPRESENTATIVE).filter((text) => text.includes(OFFICER)), []);
        await representative.goto(link);
        await representative.getByText("Would you join us in a cooperation partnership?").waitFor();
        await representative.getByText("Otto Officer").first().waitFor();
        await representative.getByLabel("Message").fill("Gladly. We have four robots.");
        await representative.getByRole("button", { name: "Answer", exact: true }).click();
        await representative.getByText("Gladly. We have four robots.").waitFor();
        assert.deepEqual(await axe_violations(representative), []);

        // The answer comes back the same way, and stands where the officer finds it from the account.
        await eventually(() => assert.ok(server.mails_to(OFFICER).some((text) => text.includes("Gladly. We have four robots.")), "no answer yet"));
        assert.deepEqual(server.mails_to(OFFICER).filter((text) => text.includes(REPRESENTATIVE)), []);
        await page.getByRole("link", { name: "Your account" }).click();
        await page.getByRole("link", { name: "Your messages" }).click();
        await page.getByRole("link", { name: "Robots in autumn" }).click();
        await page.getByText("Gladly. We have four robots.").waitFor();
        await page.getByText("Ana Ionescu").first().waitFor();

        assert.deepEqual(await told_officer(), []);
        assert.deepEqual(await told_representative(), []);
      } finally {
        await other_context.close();
      }
    },
  },
];
