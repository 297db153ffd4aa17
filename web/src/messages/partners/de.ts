// Deutsche Texte der Partnersuche.
import type { partners as english } from "./en";

const number = new Intl.NumberFormat("de-DE");
const count = (n: number, one: string, many: string) => `${number.format(n)} ${n === 1 ? one : many}`;

export const partners: typeof english = {
  heading: "Partner finden",
  navigation: "Partner",
  intro: "Sagen Sie, was Sie vorhaben. Sie bekommen Einrichtungen, die Ähnliches getan haben, und die Projekte, die für sie sprechen.",
  idea: "Ihre Idee, in eigenen Worten",
  idea_hint: "Zum Beispiel: grüne Kompetenzen für Schweißer, mit kleinen Betrieben als Lernorten. Sie können auch den Text eines Aufrufs einfügen.",
  idea_too_long: "Das ist zu lang für die Adresse der Seite. Sagen Sie es mit weniger Worten.",
  find: "Partner finden",
  like_project: "Einrichtungen für ein Projekt wie",
  like_call: (call) => `Einrichtungen der Projekte unter dem Aufruf ${call}`,
  start_anew: "Etwas anderes suchen",

  members: "In Ihrem Konsortium",
  members_none: "Noch niemand. Nehmen Sie Einrichtungen aus der Liste auf: Dann kommen die nach vorn, die mit ihnen schon gearbeitet haben, und Länder und Arten, die fehlen.",
  members_full: (n) => `Ein Konsortium hat hier höchstens ${n} Mitglieder.`,
  check: "An den Regeln eines Aufrufs prüfen und auffüllen",
  add: "In das Konsortium aufnehmen",
  add_named: (name) => `In das Konsortium aufnehmen: ${name}`,
  added: (name) => `${name} ist jetzt in Ihrem Konsortium.`,
  remove: (name) => `Aus dem Konsortium nehmen: ${name}`,

  weights: "Was zählt, und wie viel",
  weight: {
    relevance: "Ähnliche Projekte",
    ties: "Gemeinsame Projekte mit Ihrem Konsortium",
    experience: "Bisher viele Projekte",
    complementarity: "Ein Land und eine Art, die Ihnen fehlen",
    newcomer: "Bisher wenige Projekte",
  },
  damping: "Weniger für die mit vielen Projekten",
  half_life: "Jahre, in denen sich halbiert, was ein Projekt sagt",
  usual: "Zurück zu den üblichen Gewichten",
  formula: "Wie die Punkte zustande kommen",
  formula_text: [
    "Jedes Projekt, das Ihrer Idee ähnelt, spricht für die Einrichtungen, die es durchgeführt haben: umso mehr, je ähnlicher und je neuer es ist. Das zehnte Projekt sagt weniger als das erste.",
    "Gemeinsame Projekte mit Ihrem Konsortium zählen ähnlich: umso weniger, je mehr Partner sie hatten und je mehr Projekte Ihr Mitglied hat. Wie viele Projekte jemand hat, zählt mit seinem Logarithmus. Ein Land und eine Art, die in Ihrem Konsortium niemand hat, zählen je die Hälfte. Eine Einrichtung mit einem Projekt ist ganz neu, eine mit mehreren weniger.",
    "Die Punkte sind das Mittel der fünf, gewichtet wie Sie wählen, von 0 bis 1. Wer von den ersten drei am meisten hat, hat dort 1. Sie vergleichen nur Einrichtungen einer Liste.",
  ],

  filters: "Nur diese",
  country: "Land",
  type: "Art der Einrichtung",
  newcomers: "Nur Neulinge: erstes Projekt in den letzten drei Jahren",
  at_most: "Projekte höchstens",
  any: "Beliebig viele",

  looking: "Partner werden gesucht …",
  found: (total, voting) =>
    voting === 0 ? count(total, "Einrichtung", "Einrichtungen") : `${count(total, "Einrichtung", "Einrichtungen")}, aus ${count(voting, "ähnlichen Projekt", "ähnlichen Projekten")}`,
  results: "Gefundene Einrichtungen",
  none: "Niemand gefunden. Sagen Sie es mit anderen Worten, oder nehmen Sie Filter weg.",
  as_of: (day) => `Stand ${day}, aus den Projekten dieses Katalogs.`,
  newcomer: "Neuling",
  score: (score) => `Punkte ${score}`,
  parts: (name) => `Woraus die Punkte von ${name} bestehen`,
  part: (part, value) => `${part}: ${value}`,
  votes: (n) => (n === 1 ? "1 ähnliches Projekt:" : `${number.format(n)} ähnliche Projekte, vor allem:`),
  ties: (n) => (n === 1 ? "1 Projekt mit Ihrem Konsortium:" : `${number.format(n)} Projekte mit Ihrem Konsortium, vor allem:`),
  more: "Mehr zeigen",
  shown: (shown, total) => `${number.format(shown)} von ${number.format(total)} gezeigt`,
  of_project: "Partner für ein Projekt wie dieses finden",
  of_organisation: "Partner zu dieser Einrichtung finden",
};
