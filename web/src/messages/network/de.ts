// Deutsche Texte des Netzwerks.
import type { network as english } from "./en";

const number = new Intl.NumberFormat("de-DE");
const count = (n: number, one: string, many: string) => `${number.format(n)} ${n === 1 ? one : many}`;

export const network: typeof english = {
  heading: "Wer mit wem arbeitet",
  intro: "Einrichtungen, die am selben Projekt teilnahmen, sind verbunden. Je mehr gemeinsame Projekte, desto stärker die Verbindung.",
  whole: "Der ganze Bestand",
  around: (name) => `Um ${name}`,
  to_whole: "Den ganzen Bestand zeigen",
  of_organisation: "Ihr Netzwerk: Partner und deren Verbindungen",
  way_of_organisation: "Den Weg zu einer anderen Einrichtung finden",

  order: "Reihenfolge und Größe nach",
  order_by: { degree: "Partnern", betweenness: "Vermittlung", core: "Kern", projects: "Projekten" },
  stable_only: "Nur feste Verbindungen (zwei gemeinsame Projekte oder mehr)",
  measuring: "Das Netzwerk wird vermessen …",
  nobody: "Keine Einrichtung nimmt an einem solchen Projekt teil.",

  as_of: (day, projects) => `Stand ${day}, aus Teilnahmen an ${count(projects, "Projekt", "Projekten")}.`,
  organisations: "Einrichtungen",
  newcomers: "Neulinge",
  ties: "Verbindungen",
  stable_ties: "Feste Verbindungen",
  parts: "Getrennte Teile",
  parts_value: (parts, largest) => `${number.format(parts)}, der größte mit ${count(largest, "Einrichtung", "Einrichtungen")}`,
  highest_core: "Höchster Kern",
  how_betweenness: "Vermittlung gemessen",
  exact: "genau",
  sampled: (pairs, error, confidence) =>
    `aus einer Stichprobe von ${number.format(pairs)} Paaren; mit einer Sicherheit von ${confidence} ist kein Wert weiter als ${error} vom wahren entfernt`,

  picture_heading: (shown, all) => (shown === all ? `Alle ${number.format(all)} als Bild` : `Die ersten ${number.format(shown)} von ${number.format(all)} als Bild`),
  picture: (organisations, ties) => `Bild von ${count(organisations, "Einrichtung", "Einrichtungen")} mit ${count(ties, "Verbindung", "Verbindungen")} untereinander; die Tabelle darunter sagt dasselbe`,
  picture_hint: "Buchstaben und Farben sind Gemeinschaften; dickere Linien sind mehr gemeinsame Projekte. Zeigen Sie auf einen Kreis oder erreichen Sie ihn mit der Tabulatortaste, um zu sehen, wer es ist.",
  skip_picture: "Das Bild überspringen, zur Tabelle",
  node: (name, partners, community) => `${name}: ${count(partners, "Partner", "Partner")}, Gemeinschaft ${number.format(community)}`,
  table_heading: "Dasselbe als Tabelle",
  column: {
    organisation: "Einrichtung",
    country: "Land",
    community: "Gemeinschaft",
    degree: "Partner",
    stable: "Fest",
    betweenness: "Vermittlung",
    core: "Kern",
    projects: "Projekte",
    way: "Weg",
  },
  newcomer: "Neuling",
  range: (low, high) => `${low} bis ${high}`,
  way_from_here: "von hier",
  way_from_named: (name) => `Den Weg von ${name} zu einer anderen Einrichtung finden`,

  communities: "Gemeinschaften",
  communities_found: (found, modularity) => `${count(found, "Gemeinschaft", "Gemeinschaften")}, Modularität ${modularity}. Die größten:`,

  exports: "Zum Mitnehmen",
  graphml: "Das ganze Netzwerk als GraphML, für Gephi, igraph oder networkx",
  ties_csv: "Alle Verbindungen als CSV",
  organisations_csv: "Alle Einrichtungen mit ihren Maßen als CSV",

  way: "Der Weg zwischen zwei Einrichtungen",
  way_intro: "Über wie wenige Partner kennen zwei Einrichtungen einander? Von mehreren Wegen wird der mit den meisten gemeinsamen Projekten gezeigt.",
  way_from: "Von",
  way_to: "Nach",
  way_hint: "Die Nummer einer Einrichtung oder der Link ihrer Seite.",
  find_way: "Den Weg finden",
  no_number: "Geben Sie die Nummer einer Einrichtung oder den Link ihrer Seite an.",
  no_organisation: "Eine Einrichtung mit dieser Nummer gibt es nicht.",
  no_way: (from, to) => `Keine gemeinsamen Projekte führen von ${from} zu ${to}.`,
  way_found: (from, to, steps) => (steps === 0 ? `${from} ist dieselbe Einrichtung.` : `Von ${from} zu ${to} in ${count(steps, "Schritt", "Schritten")}:`),
  joint: (projects) => `${count(projects, "gemeinsames Projekt", "gemeinsame Projekte")}:`,

  meaning: "Was diese Zahlen sagen und was nicht",
  meaning_text: [
    "Partner: mit wie vielen anderen eine Einrichtung ein Projekt teilte. Große Projekte bringen viele Partner auf einmal; wie gut man sich kennt, sagen eher die festen Verbindungen aus zwei gemeinsamen Projekten oder mehr.",
    "Vermittlung (Betweenness): von allen Paaren anderer Einrichtungen der Anteil, deren kürzester Weg über diese führt. In einem großen Netzwerk wird sie aus einer Stichprobe geschätzt, und der Bereich enthält den wahren Wert.",
    "Kern: die größte Zahl k, für die eine Einrichtung k Partner hat, die untereinander je k Partner haben. Er trennt die Mitte des Netzwerks von seinem Rand, wo ein einzelnes großes Projekt nicht hilft.",
    "Gemeinschaften: Gruppen mit mehr gemeinsamen Projekten untereinander, als der Zufall gäbe (Leiden-Verfahren). Die Modularität sagt, wie klar die Gruppen sind: 0 gar nicht, über 0,3 deutlich. Kleine Gruppen können mit anderen verbunden sein.",
    "Neulinge: Einrichtungen, deren erstes Projekt in diesem Bestand in den letzten drei Jahren begann. Was eine Quelle auslässt, etwa Partner in älteren Jahren, fehlt auch hier.",
  ],
};
