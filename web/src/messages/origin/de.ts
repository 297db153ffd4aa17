// German texts of where figures come from.
import type { OriginMessages } from "./en";

export const origin: OriginMessages = {
  as_of: (day, source) => `Stand ${day}. Quelle: ${source}.`,
  source: {
    coverage: "alle Projekte des Katalogs, die die Importe unten gebracht haben",
    pipeline: "alle Innovationen, die hier vorgeschlagen wurden, und wo jede steht",
    aims: "Organisationen des Katalogs nach der Art, die ihre Quellen nennen, die Liste der Anbieter, ihre Antworten, und wie viele der Staat nach eigener Angabe hat",
    evidence: "die registrierten Protokolle dieser Innovation und ihre Pilotprojekte",
    ranking: "abgegebene Bewertungen nach diesem Raster",
    hub: "Projekte des Katalogs im Filter des Hubs nach dem Tag ihres Beginns und die Organisationen, die daran teilnehmen",
    need: "Projekte des Katalogs und Innovationen, die hier vorgeschlagen wurden",
  },
};
