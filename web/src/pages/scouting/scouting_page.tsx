// Scouting: what is on the rise in a field, what answers a need, and what is new in the searches that somebody follows.
import { useMessages } from "../../messages/messages";
import { usePageTitle } from "../../parts/page_title";
import { scouting_route } from "../../router";
import { NeedSection } from "./need_section";
import { RisingSection } from "./rising_section";
import "./scouting.css";
import { WatchSection } from "./watch_section";

export function ScoutingPage() {
  const t = useMessages();
  const state = scouting_route.useSearch();
  usePageTitle(t.scouting.heading);
  return (
    <div className="scouting">
      <h1>{t.scouting.heading}</h1>
      <p className="scouting-intro">{t.scouting.intro}</p>
      <nav aria-label={t.scouting.parts}>
        <ul className="scouting-parts">
          <li>
            <a href="#rising">{t.scouting.rising}</a>
          </li>
          <li>
            <a href="#need">{t.scouting.need}</a>
          </li>
          <li>
            <a href="#watches">{t.scouting.watches}</a>
          </li>
        </ul>
      </nav>
      <RisingSection state={state} />
      <NeedSection state={state} />
      <WatchSection />
    </div>
  );
}
