// Runs the journeys one after another and closes with `N passed, N failed`.
import { rmSync } from "node:fs";
import { start_browser } from "./browser.mjs";
import { open_visit } from "./visit.mjs";
import { start_server } from "./server.mjs";
import { journeys as accessibility } from "./journeys/accessibility.mjs";
import { journeys as aims } from "./journeys/aims.mjs";
import { journeys as appearance } from "./journeys/appearance.mjs";
import { journeys as consortium } from "./journeys/consortium.mjs";
import { journeys as comparison } from "./journeys/comparison.mjs";
import { journeys as counts } from "./journeys/counts.mjs";
import { journeys as demonstration } from "./journeys/demonstration.mjs";
import { journeys as applications, last_journeys } from "./journeys/applications.mjs";
import { journeys as evidence } from "./journeys/evidence.mjs";
import { journeys as finding } from "./journeys/finding.mjs";
import { journeys as identity } from "./journeys/identity.mjs";
import { journeys as hubs } from "./journeys/hubs.mjs";
import { journeys as innovations } from "./journeys/innovations.mjs";
import { journeys as keyboard } from "./journeys/keyboard.mjs";
import { journeys as network } from "./journeys/network.mjs";
import { journeys as notices } from "./journeys/notices.mjs";
import { journeys as panels } from "./journeys/panels.mjs";
import { journeys as people } from "./journeys/people.mjs";
import { journeys as provider } from "./journeys/provider.mjs";
import { journeys as phone } from "./journeys/phone.mjs";
import { journeys as reading } from "./journeys/reading.mjs";
import { journeys as partners } from "./journeys/partners.mjs";
import { journeys as partnership } from "./journeys/partnership.mjs";
import { journeys as scouting } from "./journeys/scouting.mjs";
import { journeys as tasks } from "./journeys/tasks.mjs";
import { journeys as troubles } from "./journeys/troubles.mjs";

const fixture = process.argv.includes("--fixture");
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const journeys = [...finding, ...reading, ...keyboard, ...phone, ...troubles, ...applications, ...accessibility, ...appearance, ...people, ...provider, ...hubs, ...identity, ...innovations, ...evidence, ...comparison, ...tasks, ...aims, ...notices, ...scouting, ...partners, ...partnership, ...network, ...consortium, ...panels, ...counts, ...demonstration, ...last_journeys].filter(
  ({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part)),
);

let passed = 0;
let failed = 0;
let skipped = 0;
const server = await start_server({ fixture });
let filled; // started for the first journey that walks through the demonstration
let mailed; // on the catalogue of partnership_catalogue.mjs, with mail by SMTP
let provided; // and this one for the first that signs in through a provider
const { browser, profile } = await start_browser();
try {
  for (const journey of journeys) {
    if (fixture && (journey.needs_program || journey.with_mail || journey.through_provider)) {
      console.log(`skipped: ${journey.name} (needs the program)`);
      skipped += 1;
      continue;
    }
    const began = Date.now();
    if (journey.on_demonstration) filled ??= await start_server({ ecosystem: true });
    if (journey.through_provider) provided ??= await start_server({ through_provider: true });
    if (journey.with_mail) mailed ??= await start_server({ with_mail: true });
    const place = journey.with_mail ? mailed : journey.on_demonstration ? filled : journey.through_provider ? provided : server;
    const visit = await open_visit(browser, place.address, journey.visitor);
    try {
      await journey.walk(visit, place);
      visit.assert_quiet();
      passed += 1;
      console.log(`ok      ${journey.name} (${Date.now() - began} ms)`);
    } catch (error) {
      failed += 1;
      await visit.keep_evidence(journey.name);
      console.log(`FAILED  ${journey.name}\n${String(error?.stack ?? error).replace(/^/gm, "        ")}`);
    } finally {
      await visit.close();
    }
  }
} finally {
  await browser.close();
  rmSync(profile, { recursive: true, force: true });
  await server.stop();
  await filled?.stop();
  await mailed?.stop();
  await provided?.stop();
}
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
process.exit(failed === 0 ? 0 : 1);
