#include "http/hub_feed.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/markup_text.h"

namespace tributary::http {

namespace {

std::string news_entry(const store::StoredHubNews& stored, std::string_view page) {
  const auto& news = stored.news;
  return fmt::format(
      "  <entry xml:lang=\"{}\">\n    <id>{}#news-{}</id>\n    <title>{}</title>\n"
      "    <updated>{}</updated>\n    <link href=\"{}#news-{}\"/>\n"
      "    <content type=\"text\">{}</content>\n  </entry>\n",
      markup_text(news.language), page, stored.number, markup_text(news.title), rfc3339(stored.at),
      page, stored.number, markup_text(news.body));
}

}  // namespace

std::string hub_feed(const app::HubView& view, std::string_view language,
                     std::string_view public_url) {
  const auto page = markup_text(fmt::format("{}/hubs/{}", public_url, view.stored.slug));
  const auto& text = ecosystem::text_for(view.stored.content, {std::string(language)});
  auto updated = view.stored.created;
  std::string entries;
  for (const auto& news : view.news) {
    if (news.is_withdrawn || (!language.empty() && news.news.language != language)) continue;
    updated = std::max(updated, news.at);
    entries += news_entry(news, page);
  }
  const auto self = language.empty() ? page + "/feed.atom"
                                     : page + "/feed.atom?language=" + markup_text(language);
  return fmt::format(
             "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
             "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n"
             "  <id>{}</id>\n  <title>{}</title>\n  <updated>{}</updated>\n"
             "  <author><name>{}</name></author>\n"
             "  <link rel=\"self\" href=\"{}\"/>\n  <link href=\"{}\"/>\n",
             markup_text(text.language), self, markup_text(text.name), rfc3339(updated),
             markup_text(text.name), self, page) +
         entries + "</feed>\n";
}

}  // namespace tributary::http
