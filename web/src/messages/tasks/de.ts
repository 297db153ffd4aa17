// German texts of what waits for somebody.
import type { Messages } from "../en";

export const tasks: Messages["tasks"] = {
  heading: "Ihre Aufgaben",
  intro: "Alles, was auf Sie wartet, das Älteste zuerst. Eine Aufgabe verschwindet von selbst, sobald jemand sie erledigt hat.",
  none: "Nichts wartet auf Sie.",
  none_why: "Aufgaben kommen mit Rollen: Eine Vertretung wird nach Positionen gefragt, eine Gutachterin nach Punkten, ein Team nach dem, was sein Tor verlangt.",
  none_innovations: "Zu den Innovationen",
  none_roles: "Zu Ihren Rollen",
  since: (date) => `seit ${date}`,
  missing: "Es fehlt:",
  choices: "Zur Wahl stehen:",
  kind: {
    move_version: (about) => `Fassung ${about} des Rahmens weiterführen`,
    settle_amendment: (about) => `Über einen Änderungsantrag entscheiden: ${about}`,
    take_position: (about) => `Position Ihres Staates zu Fassung ${about} einnehmen`,
    begin_application: (about) => `Mit der Anwendung des Rahmens beginnen: ${about}`,
    explain_items: (about) => `Fehlendes anwenden oder erklären: ${about}`,
    move_application: (about) => `Anwendung in ihre nächste Stufe bringen: ${about}`,
    prepare_innovation: (about) => `Für das Tor vorbereiten: ${about}`,
    let_in: (about) => `Jemand möchte ins Team: ${about}`,
    take_on: (about) => `Mit Ihrem Gremium übernehmen: ${about}`,
    assess: (about) => `Ihre Punkte abgeben: ${about}`,
    decide_gate: (about) => `Am Tor entscheiden: ${about}`,
    confirm_override: (about) => `Eine Ausnahme bestätigen oder lassen: ${about}`,
    take_up: (about) => `Empfohlen, von einer Behörde aufzugreifen: ${about}`,
    decide_mainstreaming: (about) => `Über die Einführung entscheiden: ${about}`,
    prepare_case: (about) => `Antrag ergänzen oder einreichen: ${about}`,
    decide_case: (about) => `Ihrer Stelle liegt ein Antrag vor: ${about}`,
    review_case: (about) => `In Kraft und zur Überprüfung fällig: ${about}`,
  },
};
