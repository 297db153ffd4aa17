// People: an account, a role, and what can be done with it in the framework.
import assert from "node:assert/strict";
import { axe_violations } from "../axe.mjs";
import { photograph_both } from "./appearance.mjs";

const MAIL = "maria@example.org";
const PASSWORD = "a river has many tributaries";

async function assert_fit(page, name) {
  assert.deepEqual(await axe_violations(page), []);
  await photograph_both(page, name);
}

async function sign_up(page, server) {
  await page.goto("/");
  await page.getByRole("link", { name: "Sign in" }).click();
  await page.getByRole("link", { name: "Create an account" }).click();
  await page.getByLabel("Mail address").fill(MAIL);
  await page.getByRole("button", { name: "Send me the link" }).click();
  await page.getByRole("heading", { name: "A mail is on its way" }).waitFor();
  await page.goto(await server.mailed_link(MAIL, "confirm"));
  await page.getByLabel("Your name").fill("Maria");
  await page.getByLabel("Password").fill("short");
  await page.getByRole("button", { name: "Open your account" }).click();
  await page.getByRole("alert").waitFor();
  assert.equal(await page.getByLabel("Password").getAttribute("aria-invalid"), "true");
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Open your account" }).click();
  await page.getByRole("heading", { level: 1, name: "Maria" }).waitFor();
  await assert_fit(page, "account");
}

async function sign_out(page) {
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("link", { name: "Sign in" }).waitFor();
}

async function give_role(page, role, where) {
  await page.getByRole("button", { name: "Give Maria a role" }).click();
  await page.getByLabel("Role", { exact: true }).selectOption({ label: role });
  await page.getByLabel("Where", { exact: true }).fill(where);
  await page.getByRole("button", { name: "Give this role", exact: true }).click();
  await page.getByRole("button", { name: new RegExp(`^Take ${role}.* back from Maria`) }).waitFor();
}

async function sign_in_from(page, path) {
  await page.goto(path);
  await page.getByRole("link", { name: "Sign in", exact: true }).click();
  await page.getByLabel("Mail address").fill(MAIL);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(path);
}

export const journeys = [
  {
    name: "people: from a mail address to a state's position on a new version",
    needs_program: true,
    async walk(visit, server) {
      const { page } = visit;
      visit.expect_console("400");
      visit.expect_console("409");
      await sign_up(page, server);
      await sign_out(page);

      await page.goto(server.first_link);
      await page.getByRole("button", { name: "Sign in" }).click();
      await page.getByRole("link", { name: "People and roles" }).click();
      await give_role(page, "Framework steward", "");
      await give_role(page, "Representative of a Member State", "PT");
      await assert_fit(page, "people");
      await page.goto("/account");
      await sign_out(page);

      await sign_in_from(page, "/framework");
      await page.getByLabel("Version", { exact: true }).fill("0.2.0");
      await page.getByLabel("Title").fill("Second draft");
      await page.getByRole("button", { name: "Draft a version" }).click();
      await page.getByRole("heading", { level: 1, name: "Second draft" }).waitFor();
      await page.getByRole("link", { name: "Edit the draft" }).click();
      await page.getByText("E4", { exact: true }).click();
      await page.locator("details[open]").getByLabel("Text", { exact: true }).fill("Money and time are named for each year.");
      await assert_fit(page, "framework-edit");
      await page.getByRole("button", { name: "Keep the draft" }).click();
      await page.getByText("Money and time are named for each year.").waitFor();

      await page.getByText("Set the agreement rule").first().click();
      await page.getByLabel("States that are entitled").fill("PT 10500000\nPortugal");
      await page.getByRole("button", { name: "Set the agreement rule" }).click();
      await page.getByText(/Line 2 is not a state/).waitFor();
      await page.getByLabel("States that are entitled").fill("PT 10500000\nIE 5100000");
      await page.getByRole("button", { name: "Set the agreement rule" }).click();
      await page.getByText(/Agreement rule: At least/).waitFor();

      await page.getByRole("button", { name: "Open the consultation" }).click();
      await page.getByRole("button", { name: "Open the consultation" }).click();
      await page.getByText("In consultation").first().waitFor();
      await page.getByLabel("What it is about").selectOption({ index: 1 });
      await page.getByLabel("Proposed").fill("A definition that all share.");
      await page.getByLabel("Why").fill("It is shorter.");
      await page.getByRole("button", { name: "Propose a change" }).click();
      await page.getByRole("heading", { name: "Amendment 1 to E1" }).waitFor();
      await page.getByText("1 supporter").waitFor();

      await page.getByLabel("Position", { exact: true }).selectOption({ label: "Agrees with a reservation" });
      await page.getByRole("button", { name: "Take your state's position" }).click();
      await page.getByRole("alert").waitFor();
      await page.getByLabel("In their words").fill("E4 needs time.");
      await page.getByRole("button", { name: "Take your state's position" }).click();
      await page.getByRole("region", { name: "Positions of Member States" }).getByText("E4 needs time.").first().waitFor();
      await assert_fit(page, "framework-forms");
    },
  },
];
