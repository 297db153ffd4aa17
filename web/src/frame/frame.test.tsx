// @vitest-environment jsdom
// What is around every page, against an API that is answered here.
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { shows_ecosystem } from "./ecosystem_pages";
import { answered_api, open_page } from "../pages/testing/answered_api";

answered_api(() => ({ "/api/v1/ecosystem": { demonstration: true } }));

// The catalogue is real here and the ecosystem made up, as after an import into a demonstration.
it.each(["/pilots/3", "/protocols/3", "/compare", "/innovations", "/framework", "/rubrics/1"])("labels %s of a demonstration ecosystem", async (address) => {
  open_page(address);
  expect(await screen.findByText(/The framework, its applications and the innovations here are made up/)).toBeTruthy();
}, 60_000);

it("knows the pages of the catalogue and of accounts from those of the ecosystem", () => {
  for (const path of ["/", "/projects/cordis-1", "/coverage", "/partners", "/network", "/consortium", "/account", "/sign-in"]) expect(shows_ecosystem(path), path).toBe(false);
  for (const path of ["/pilots/3/report", "/compare", "/tasks", "/aims/IE", "/accounting"]) expect(shows_ecosystem(path), path).toBe(true);
});
