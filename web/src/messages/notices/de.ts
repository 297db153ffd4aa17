// German texts of what somebody is told.
import type { Messages } from "../en";

const count = (n: number) => (n === 1 ? "1 ungelesene Mitteilung" : `${n} ungelesene Mitteilungen`);

export const notices: Messages["notices"] = {
  heading: "Ihre Mitteilungen",
  intro: "Was geschehen ist und Sie betrifft. Was Sie gelesen haben, wird nach 90 Tagen entfernt.",
  unread: "Ungelesen",
  read: "Gelesen",
  shown: { all: "Alle", unread: "Nur ungelesene", read: "Nur gelesene" },
  filter: "Zeigen",
  none: "Bisher wurde Ihnen nichts mitgeteilt.",
  none_why: "Sie erfahren, was aus Innovationen wird, an denen Sie arbeiten oder die Sie unterstützen, und worum Ihre Rollen Sie bitten.",
  none_unread: "Sie haben alles gelesen.",
  none_read: "Es gibt nichts, das Sie gelesen haben.",
  mark: "Als gelesen kennzeichnen",
  mark_one: (text) => `Als gelesen kennzeichnen: ${text}`,
  mark_all: "Alle als gelesen kennzeichnen",
  more: "Ältere zeigen",
  preferences: "Wie Mitteilungen kommen",
  count,
  link: (n) => (n === 0 ? "Ihre Mitteilungen" : `Ihre Mitteilungen, ${count(n)}`),

  mail: "Per E-Mail",
  mail_why: "E-Mails enthalten, was Sie hier noch nicht gelesen haben. Eine Übersicht kommt nach 6:00 UTC, die einer Woche am Montag.",
  rhythm: { each: "Jede sofort", daily: "Eine Übersicht am Tag", weekly: "Eine Übersicht in der Woche", none: "Keine E-Mails" },
  which_by_mail: "Welche davon per E-Mail kommen",
  which_by_mail_why: "Was nicht angekreuzt ist, bleibt auf Ihrer Seite der Mitteilungen und in Ihrem Feed.",
  group: {
    innovations: "Innovationen, an denen Sie arbeiten oder die Sie unterstützen",
    panels: "Tore: was zu begutachten, zu entscheiden oder zu bestätigen ist",
    authorities: "Was Ihrem Mitgliedstaat vorliegt",
    framework: "Der Rahmen: Konsultationen, Fassungen und Änderungen",
    roles: "Ihre Rollen",
    partnerships: "Was Ihre Organisationen betrifft: Anträge, Angebote und Gespräche",
  },
  save: "Speichern",
  saved: "Gespeichert.",
  feed: "Als Feed",
  feed_why: "Ein Feedreader zeigt Ihre Mitteilungen ohne Anmeldung. Wer die Adresse hat, kann sie lesen; behalten Sie sie für sich.",
  feed_make: "Feed anlegen",
  feed_renew: "Neue Adresse",
  feed_end: "Feed beenden",
  feed_there: "Es gibt einen Feed. Seine Adresse wurde beim Anlegen gezeigt; eine neue Adresse beendet die alte.",
  feed_shown: "Bewahren Sie diese Adresse auf, sie wird nur jetzt gezeigt:",

  unsubscribe: "Keine E-Mails mit Mitteilungen mehr",
  unsubscribe_why: "Drücken Sie den Knopf, und es kommen keine E-Mails mit Mitteilungen mehr. Die Mitteilungen bleiben auf Ihrer Seite. In Ihrem Konto können Sie E-Mails wieder einschalten, oder wählen, welche Arten kommen, statt alle zu beenden.",
  unsubscribe_button: "Diese E-Mails beenden",
  unsubscribe_done: "Es kommen keine E-Mails mit Mitteilungen mehr.",
};
