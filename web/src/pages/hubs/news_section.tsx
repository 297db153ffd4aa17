import type { Hub, HubNews } from "../../api/hub_types";
import { useFormat } from "../../format/use_format";
import { useLanguage, useMessages } from "../../messages/messages";
import { useScrollToHash } from "../../parts/use_scroll_to_hash";
import { LanguageLabel, Said } from "./said";
import { news_for } from "./texts";

/** In the reader's language first; each says its own. */
export function NewsSection({ hub }: { hub: Hub }) {
  const t = useMessages();
  const { language } = useLanguage();
  useScrollToHash();
  const shown = news_for(hub.news.filter(({ state }) => state === "published"), language);
  return (
    <section aria-labelledby="hub-news">
      <h2 id="hub-news">{t.hubs.news}</h2>
      {shown.length === 0 && <p>{t.hubs.no_news}</p>}
      {shown.map((news) => (
        <NewsItem key={news.number} news={news} />
      ))}
      <p>
        <a href={`/hubs/${hub.slug}/feed.atom`}>{t.hubs.feed}</a>
      </p>
    </section>
  );
}

export function NewsItem({ news }: { news: Pick<HubNews, "language" | "title" | "body" | "day" | "role"> & { number?: number } }) {
  const t = useMessages();
  const format = useFormat();
  return (
    <article className="hub-news" id={news.number === undefined ? undefined : `news-${news.number}`}>
      <h3 lang={news.language}>{news.title}</h3>
      <p className="missing">
        <time dateTime={news.day}>{format.date(news.day)}</time>, {t.hubs.by_role(t.account.role_name[news.role] ?? news.role)}{" "}
        <LanguageLabel language={news.language} />
      </p>
      <Said text={news.body} language={news.language} />
    </article>
  );
}
