// A made catalogue in the files of CORDIS, for journeys on organisations: some that have done what is asked about, one of which
// has a web site of its own, and twice two of which nobody knows whether they are one.
import { writeFileSync } from "node:fs";
import { join } from "node:path";

export const SCHOOL = "School of Lathes";
export const SITE = "lathes.example";
export const TWINS = ["Escola Profissional de Gaia", "Escola Profissional de Gaia, SA"];
export const SISTERS = ["Kammer Nord", "Kammer Nord GmbH"];

const gaia = { country: "PT", city: "GAIA", street: "RUA NOVA 7", postCode: "4400 001", url: "http://www.epg.example", type: "HES" };
const kiel = { country: "DE", city: "KIEL", street: "HAFEN 9", postCode: "24103", url: "http://www.kammer-nord.example", type: "OTH" };
const ORGANISATIONS = {
  lathes: { id: "9001", name: SCHOOL, country: "RO", city: "CLUJ", street: "STRADA 1", postCode: "400001", url: `https://www.${SITE}/en`, type: "HES" },
  schweisser: { id: "9002", name: "Schweißfachschule Ruhr", country: "DE", city: "ESSEN", street: "WERKSTR. 2", postCode: "45127", url: "https://ruhr.example", type: "HES" },
  saldatori: { id: "9003", name: "Istituto dei Saldatori", country: "IT", city: "TORINO", street: "VIA ROMA 3", postCode: "10121", url: "", type: "HES" },
  gaia: { id: "9004", name: TWINS[0], ...gaia },
  twin: { id: "9005", name: TWINS[1], ...gaia },
  kammer: { id: "9007", name: SISTERS[0], ...kiel },
  sister: { id: "9008", name: SISTERS[1], ...kiel },
  rivers: { id: "9006", name: "Institute of Rivers", country: "FR", city: "LYON", street: "QUAI 6", postCode: "69001", url: "https://rivers.example", type: "REC" },
};

export function write_catalogue(folder) {
  const projects = [["id", "acronym", "title", "startDate", "endDate", "frameworkProgramme", "objective"]];
  const rows = [["projectID", "organisationID", "name", "activityType", "street", "postCode", "city", "country", "organizationURL", "role", "order"]];
  const add = (id, acronym, title, objective, ...partners) => {
    projects.push([id, acronym, title, "2024-02-01", "2026-12-31", "HORIZON", objective]);
    partners.forEach((key, place) => {
      const one = ORGANISATIONS[key];
      rows.push([id, one.id, one.name, one.type, one.street, one.postCode, one.city, one.country, one.url, place === 0 ? "coordinator" : "participant", place + 1]);
    });
  };
  const weld = "Apprentices in vocational schools learn to weld with collaborative robots in workshops.";
  for (let at = 1; at <= 4; ++at) add(at, `WELD${at}`, `Apprentices weld with robots ${at}`, weld, "lathes", "schweisser");
  add(5, "SALDA", "Collaborative robots for young welders", weld, "saldatori", "gaia");
  add(6, "GAIA2", "Robots that weld in schools", weld, "twin");
  add(7, "HAFEN", "Harbours and trade", "Chambers advise harbours on trade.", "kammer");
  add(8, "HAFEN2", "More harbours", "Chambers advise harbours on ships.", "sister");
  // Others, so that a word of these is not one of all.
  for (let at = 100; at < 160; ++at) add(at, `TREE${at}`, `Forests and rivers ${at}`, `Hydrologists measure rivers beside forests of kind ${at}.`, "rivers");
  for (const [name, lines] of [["project", projects], ["organization", rows]]) {
    writeFileSync(join(folder, `${name}.csv`), lines.map((line) => line.map((cell) => `"${cell}"`).join(";")).join("\n") + "\n");
  }
}
