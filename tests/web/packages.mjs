// The packages of web/, from here.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(new URL("../../web/package.json", import.meta.url));
export const { chromium } = require("playwright-core");
export const axe_source = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
