// The page of one hub, in the reader's language where it has it. What it shows is a list of sections, each for itself.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ComponentType } from "react";
import { ApiError } from "../../api/client";
import { hub_query } from "../../api/hub_queries";
import type { Hub } from "../../api/hub_types";
import { useLanguage, useMessages } from "../../messages/messages";
import { Failure } from "../../parts/failure";
import { PageSkeleton } from "../../parts/page_skeleton";
import { usePageTitle } from "../../parts/page_title";
import { hub_route } from "../../router";
import { NotFoundPage } from "../not_found";
import { CallsSection } from "./calls_section";
import { CuratorsSection } from "./curators_section";
import { EmbedSection } from "./embed_section";
import { FiguresSection } from "./figures_section";
import { HighlightsSection } from "./highlights_section";
import { HubStateLabel } from "./hub_state_label";
import "./hubs.css";
import { NewestSection } from "./newest_section";
import { NewsSection } from "./news_section";
import { OffersSection } from "./offers_section";
import { PilotsSection } from "./pilots_section";
import { LanguageLabel, Said } from "./said";
import { text_for } from "./texts";

/** In the order in which they stand; what a hub shows besides goes in here. */
const SECTIONS: readonly ComponentType<{ hub: Hub }>[] = [
  NewestSection,
  NewsSection,
  CallsSection,
  HighlightsSection,
  OffersSection,
  PilotsSection,
  FiguresSection,
  CuratorsSection,
  EmbedSection,
];

export function HubPage() {
  const { slug } = hub_route.useParams();
  const { language } = useLanguage();
  const { data, error, refetch } = useQuery(hub_query(slug));
  usePageTitle(data && text_for(data.texts, language).name);
  if (error instanceof ApiError && error.status === 404) return <NotFoundPage />;
  if (error) return <Failure error={error} on_retry={() => void refetch()} />;
  return data ? <HubDetails hub={data} /> : <PageSkeleton />;
}

function HubDetails({ hub }: { hub: Hub }) {
  const t = useMessages();
  const { language } = useLanguage();
  const text = text_for(hub.texts, language);
  return (
    <article className="hubs">
      <h1>
        <span lang={text.language}>{text.name}</span> <HubStateLabel state={hub.state} />
      </h1>
      {hub.state === "draft" && <p className="hub-notice">{t.hubs.is_draft}</p>}
      {hub.state === "closed" && <p className="hub-notice">{t.hubs.is_closed}</p>}
      <LanguageLabel language={text.language} />
      <Said text={text.description} language={text.language} />
      {hub.may_edit && (
        <p>
          <Link to="/hubs/$slug/edit" params={{ slug: hub.slug }} className="button">
            {t.hubs.edit}
          </Link>
        </p>
      )}
      {SECTIONS.map((Section, place) => (
        <Section key={place} hub={hub} />
      ))}
      <p>
        <Link to="/hubs">{t.hubs.all_hubs}</Link>
      </p>
    </article>
  );
}
