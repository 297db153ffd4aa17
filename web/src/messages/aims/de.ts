// Deutsche Texte der beiden Ziele.
import type { AimsMessages } from "./en";

const number = new Intl.NumberFormat("de-DE");
const count = (n: number, one: string, many: string) => `${number.format(n)} ${n === 1 ? one : many}`;
const unless_unknown = (n: number | null) => (n === null ? "einer Zahl, die niemand genannt hat" : number.format(n));

const catalogue = "Aus den Projekten des Katalogs und ihren Beteiligten. Was eine Organisation ist, steht dort, wie ihre Quelle es sagte.";
const answers = "Aus Antworten von Anbietern; jede nennt unten ihre eigene Quelle. Es zählt die letzte Antwort aus drei Jahren.";
const pipeline = "Aus den Schritten, die aufgezeichnet wurden, von Innovationen, die in diesem Staat vorgeschlagen wurden.";

export const aims: AimsMessages = {
  navigation: "Zwei Ziele",
  heading: "Die beiden Ziele",
  heading_of: (state) => `Die beiden Ziele: ${state}`,
  intro:
    "Was die Berufsbildung zur Innovation beiträgt, und wie viel Innovation es in der Berufsbildung gibt. Beides wird getrennt gezählt und nie zu einer Zahl gemacht.",
  apart: "Die beiden Ziele stehen nebeneinander. Keine Zahl entsteht aus beiden, und was niemand weiß, zählt nicht als null.",
  back: "Alle Mitgliedstaaten",
  link: "Die beiden Ziele hier",
  states: "Mitgliedstaaten",
  no_states: "Noch ist kein Mitgliedstaat bekannt. Importieren Sie Projekte, oder führen Sie Anbieter eines Staates auf.",
  column_state: "Mitgliedstaat",
  column_in_catalogue: "Berufsbildungsanbieter im Katalog",
  show_in_catalogue: "Zeigen",
  column_listed: "Hier aufgeführte Anbieter",
  column_answered: "Anbieter, die geantwortet haben",
  column_in_scope: "Anbieter im Staat",
  years: "Jahre",
  last_years: (n) => `Die letzten ${n} Jahre`,
  aim: { contribution: "Beitrag der Berufsbildung zur Innovation", incidence: "Verbreitung von Innovation in der Berufsbildung" },
  aim_meaning: {
    contribution: "Wer mit Berufsbildungsanbietern arbeitet, wie sie unter denen stehen, die zusammenarbeiten, und was daraus wird.",
    incidence: "Welche Anbieter etwas Neues tun, wie es neuen Ansätzen auf ihrem Weg ergeht, und wen sie erreichen.",
  },
  scope: (n, day, source) => `Der Staat hat ${count(n, "Anbieter", "Anbieter")} (${day}; ${source}).`,
  scope_unknown: "Noch hat niemand gesagt, wie viele Anbieter der Staat hat; von wie vielen nichts bekannt ist, weiß man also nicht.",
  measure: {
    enterprises_in_vet_projects: {
      name: "Unternehmen in Innovationsprojekten der Berufsbildung",
      meaning:
        "Unternehmen des Staates in Projekten, die in dem Jahr begannen, die Berufsbildung nennen oder einen Anbieter von ihr haben und keine Mobilität sind.",
    },
    vet_share_of_organisations: {
      name: "Berufsbildungsanbieter unter Organisationen in Projekten",
      meaning: "Unter den Organisationen des Staates in Projekten, die in dem Jahr begannen, von denen bekannt ist, was sie sind.",
    },
    vet_share_of_participations: {
      name: "Berufsbildungsanbieter unter den Beteiligungen",
      meaning: "Dasselbe, wobei doppelt zählt, wer an zwei Projekten beteiligt ist.",
    },
    vet_degree: {
      name: "Partner eines Berufsbildungsanbieters",
      meaning: "Der Median: Die Hälfte der Anbieter hat bis dahin mit nicht mehr Organisationen gearbeitet.",
    },
    vet_brokerage: {
      name: "Gruppen, die ein Berufsbildungsanbieter verbindet",
      meaning: "Der Median von Burts effektiver Größe: Partner, die einander kennen, zählen als eine Gruppe.",
    },
    new_ties_to_enterprises: {
      name: "Neue Verbindungen zu Unternehmen",
      meaning: "Ein Berufsbildungsanbieter und ein Unternehmen, deren erstes gemeinsames Projekt in dem Jahr begann.",
    },
    new_ties_to_research: { name: "Neue Verbindungen zur Forschung", meaning: "Dasselbe mit Forschungsinstituten und Hochschulen." },
    enterprise_innovations_with_vet_partner: {
      name: "Innovationen von Unternehmen mit einem Berufsbildungspartner",
      meaning:
        "Unter den in dem Jahr vorgeschlagenen Innovationen, an denen ein Unternehmen arbeitet, jene, an denen ein Berufsbildungsanbieter arbeitet oder die er nutzt.",
    },
    innovating_providers: {
      name: "Anbieter, die Neues einführen",
      meaning: "Unter denen, die geantwortet haben, jene mit etwas Neuem im Einsatz binnen drei Jahren.",
    },
    innovating_providers_by_type: { name: "Anbieter, die Neues einführen, nach Art", meaning: "Dasselbe für eine Art der Innovation." },
    innovating_providers_by_novelty: { name: "Anbieter, die Neues einführen, nach Neuheit", meaning: "Dasselbe danach, für wen es neu war." },
    stage_entries: { name: "Innovationen, die eine Stufe erreichen", meaning: "In dem Jahr, auf hundert Anbieter des Staates." },
    stage_survival: {
      name: "Innovationen, die weitergingen",
      meaning: "Unter den bis dahin beendeten Aufenthalten in einer Stufe jene, die zu einer anderen Stufe führten.",
    },
    stage_days: { name: "Zeit in einer Stufe", meaning: "Der Median der Aufenthalte, die bis dahin beendet sind." },
    learners_reached: { name: "Erreichte Lernende", meaning: "Unter den Lernenden der Anbieter, die beide Zahlen genannt haben." },
  },
  source: {
    enterprises_in_vet_projects: catalogue,
    vet_share_of_organisations: catalogue,
    vet_share_of_participations: catalogue,
    vet_degree: catalogue,
    vet_brokerage: catalogue,
    new_ties_to_enterprises: catalogue,
    new_ties_to_research: catalogue,
    enterprise_innovations_with_vet_partner:
      "Aus den Teams von Innovationen, die in diesem Staat vorgeschlagen wurden, und von Anbietern, die sie nutzen.",
    innovating_providers: answers,
    innovating_providers_by_type: answers,
    innovating_providers_by_novelty: answers,
    stage_entries: pipeline,
    stage_survival: pipeline,
    stage_days: pipeline,
    learners_reached: answers,
  },
  part: "Zeigen",
  nothing_known: "Von diesen Jahren ist nichts bekannt. Das ist nicht 0.",
  not_known: "nicht bekannt",
  as_of: (day) => `Stand ${day}.`,
  heard: (heard, in_scope) => `Bekannt von ${number.format(heard)} von ${unless_unknown(in_scope)}.`,
  heard_short: (heard, in_scope) => `${number.format(heard)} von ${in_scope === null ? "?" : number.format(in_scope)}`,
  chart: (from, to, known) =>
    `Ein Balken je Jahr von ${from} bis ${to}; von ${count(known, "Jahr", "Jahren")} ist etwas bekannt. Die Tabelle sagt dasselbe.`,
  as_table: "Jedes Jahr, als Tabelle",
  column_year: "Jahr",
  column_value: "Wert",
  column_heard: "Bekannt von",
  column_as_of: "Stand",
  column_rows: "Zeilen",
  open_rows: (rows, year) => `${count(rows, "Zeile", "Zeilen")} hinter ${year}`,
  rows_heading: (year) => `Zeilen hinter ${year}`,
  rows_shown: (shown, total) => `${number.format(shown)} von ${number.format(total)}`,
  more_rows: "Mehr zeigen",
  answers: "Was Anbieter geantwortet haben",
  answers_none: "Noch hat kein Anbieter dieses Staates geantwortet.",
  provider: "Anbieter",
  answered: "Geantwortet am",
  implemented_innovations: "Innovationen im Einsatz",
  innovation: (day, type, novelty) => `${day}: ${type}, neu: ${novelty}`,
  no_innovation: "keine",
  learners: "Lernende",
  learners_reached: "Lernende, die eine Innovation erreicht",
  learners_hint: "Lassen Sie es leer, wo es nicht bekannt ist: Das ist nicht 0.",
  not_told: "nicht genannt",
  known_from: "Woher das bekannt ist",
  record: "Eine Antwort eines Anbieters aufnehmen",
  do_record: "Aufnehmen",
  correct: (provider, day) => `Berichtigen: ${provider}, ${day}`,
  save: "Speichern",
  without_innovation: "Ohne eine Innovation sagt die Antwort, dass es keine gibt.",
  add_innovation: "Eine Innovation hinzufügen",
  remove_innovation: (n) => `Innovation ${n} entfernen`,
  innovation_number: (n) => `Innovation ${n}`,
  implemented: "Im Einsatz seit",
  type: "Art",
  novelty: "Für wen sie neu ist",
  no_provider_yet: "Noch ist kein Anbieter dieses Staates aufgeführt. Fügen Sie einen auf der Seite hinzu, die zeigt, wer eine Innovation nutzt.",
  say_scope: "Sagen, wie viele Anbieter der Staat hat",
  providers_in_state: "Anbieter",
  counted_on: "Gezählt am",
};
