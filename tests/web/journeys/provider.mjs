// Signing in through another organisation: there and back, refused, used twice, and connected with an account of here.
import assert from "node:assert/strict";
import { axe_violations } from "../axe.mjs";
import { photograph_both } from "./appearance.mjs";

const MAIL = "ada@example.org";

async function there(page, answer) {
  await page.getByRole("heading", { name: "The ministry's sign-in" }).waitFor();
  await page.getByLabel("Mail address").fill(MAIL);
  await page.getByRole("button", { name: answer }).click();
}

async function to_the_provider(page) {
  await page.goto("/sign-in");
  await page.getByRole("link", { name: "Sign in with Ministry login" }).click();
}

async function sign_out(page) {
  await page.goto("/account");
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("link", { name: "Sign in", exact: true }).waitFor();
}

const person_of = async (visit) => (await visit.api("/account")).account?.person;

export const journeys = [
  {
    name: "provider: sign in there, out, and in again to the same account",
    through_provider: true,
    async walk(visit, { provider }) {
      const { page } = visit;
      visit.expect_host(provider);
      await page.goto("/sign-in");
      await page.getByRole("link", { name: "Sign in with Ministry login" }).waitFor();
      assert.deepEqual(await axe_violations(page), []);
      await photograph_both(page, "sign-in-provider");
      await to_the_provider(page);
      await there(page, "Let me in");
      await page.getByRole("heading", { level: 1, name: "ada of the ministry" }).waitFor();
      const person = await person_of(visit);
      await page.getByText("Your account is connected with Ministry login.").waitFor();
      assert.deepEqual(await axe_violations(page), []);
      await sign_out(page);

      await page.goto("/tasks");
      await page.getByRole("main").getByRole("link", { name: "Sign in", exact: true }).click();
      await page.getByRole("link", { name: "Sign in with Ministry login" }).click();
      await page.waitForURL("/tasks");
      assert.equal(await person_of(visit), person);
    },
  },
  {
    name: "provider: who refuses there, or comes back twice, is told so and not signed in",
    through_provider: true,
    async walk(visit, { provider }) {
      const { page, context } = visit;
      visit.expect_host(provider);
      await to_the_provider(page);
      await there(page, "Refuse");
      await page.getByRole("alert").getByText("You were not signed in: Ministry login says that this was refused there.").waitFor();
      assert.deepEqual(await axe_violations(page), []);
      assert.equal(await person_of(visit), undefined);

      const returns = [];
      page.on("request", (request) => request.url().includes("/provider/return?") && returns.push(request.url()));
      await to_the_provider(page);
      await there(page, "Let me in");
      await page.getByRole("button", { name: "Sign out" }).waitFor();
      await context.clearCookies({ name: "tributary_session" });
      assert.equal(returns.length, 1);
      await page.goto(returns[0]);
      await page.getByRole("alert").getByText("or was used already").waitFor();
      assert.equal(await person_of(visit), undefined);
    },
  },
  {
    name: "provider: an account of here is connected by who is signed in to it",
    through_provider: true,
    async walk(visit, server) {
      const { page } = visit;
      visit.expect_host(server.provider);
      await page.goto(server.link_of("local@example.org", "Local"));
      await page.getByRole("button", { name: "Sign in" }).click();
      await page.getByRole("heading", { level: 1, name: "Local" }).waitFor();
      await page.getByRole("button", { name: "Connect with Ministry login" }).click();
      await page.getByRole("heading", { name: "The ministry's sign-in" }).waitFor();
      await page.getByLabel("Mail address").fill("local@ministry.example");
      await page.getByRole("button", { name: "Let me in" }).click();
      await page.getByText("Your account is connected with Ministry login.").waitFor();
      const person = await person_of(visit);
      await sign_out(page);
      await to_the_provider(page);
      await page.getByRole("heading", { level: 1, name: "Local" }).waitFor();
      assert.equal(await person_of(visit), person);
      await page.getByRole("button", { name: "Part from Ministry login" }).click();
      await page.getByRole("button", { name: "Connect with Ministry login" }).waitFor();
    },
  },
];
