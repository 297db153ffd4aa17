#include "http/pages/hub_widget.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/markup_text.h"
#include "http/pages/parts.h"
#include "http/query_string.h"

namespace tributary::http {

namespace {

constexpr std::size_t kShown = 3, kWidgetDescriptionBytes = 400;

struct WidgetWords {
  std::string_view language, news, calls, until, projects, all_of_it, closed, demonstration;
};

/// The first where there are none of the reader's language.
constexpr auto kWidgetWords = std::to_array<WidgetWords>({
    {"en", "News", "Calls", "until", "Newest projects", "Open the hub", "This hub is closed.",
     "Demonstration data: made up to show how Tributary works."},
    {"de", "Neues", "Aufrufe", "bis", "Neueste Projekte", "Hub öffnen",
     "Dieser Hub ist geschlossen.",
     "Vorführdaten: erfunden, um zu zeigen, wie Tributary arbeitet."},
    {"el", "Νέα", "Προσκλήσεις", "έως", "Νεότερα έργα", "Άνοιγμα του κόμβου",
     "Αυτός ο κόμβος έχει κλείσει.",
     "Δεδομένα επίδειξης: επινοημένα, για να φανεί πώς λειτουργεί το Tributary."},
});

const WidgetWords& widget_words(std::string_view language) {
  const auto* const found = std::ranges::find(kWidgetWords, language, &WidgetWords::language);
  return found == kWidgetWords.end() ? kWidgetWords.front() : *found;
}

/// " lang=\"fr\"" where it is not the document's.
std::string lang(std::string_view language, const WidgetWords& words) {
  if (language == words.language) return "";
  return fmt::format(" lang=\"{}\"", markup_text(language));
}

std::string outside(std::string_view url, std::string_view label, std::string_view attributes) {
  return fmt::format("<a href=\"{}\" target=\"_blank\" rel=\"noopener\"{}>{}</a>", markup_text(url),
                     attributes, markup_text(label));
}

std::string list_under(std::string_view heading, std::string_view items) {
  if (items.empty()) return "";
  return fmt::format("<h2>{}</h2>\n<ul>\n{}</ul>\n", heading, items);
}

/// Those of the reader's language first, else in their order.
std::vector<const store::StoredHubNews*> news_to_show(const HubWidget& widget,
                                                      std::string_view language) {
  std::vector<const store::StoredHubNews*> news;
  for (const auto& one : widget.view.news) {
    if (!one.is_withdrawn) news.push_back(&one);
  }
  std::ranges::stable_sort(news, {},
                           [&](const auto* one) { return one->news.language != language; });
  if (news.size() > kShown) news.resize(kShown);
  return news;
}

std::string news_items(const HubWidget& widget, std::string_view page, std::string_view language,
                       const WidgetWords& words) {
  std::string items;
  for (const auto* news : news_to_show(widget, language)) {
    const auto day = news->news.day.iso();
    items += fmt::format("<li>{} <time datetime=\"{}\">{}</time></li>\n",
                         outside(fmt::format("{}#news-{}", page, news->number), news->news.title,
                                 lang(news->news.language, words)),
                         day, day);
  }
  return items;
}

std::string call_items(const HubWidget& widget, const WidgetWords& words) {
  std::string items;
  std::size_t shown = 0;
  for (const auto& [number, call, at, by] : widget.view.calls) {
    if (call.deadline < widget.today || shown == kShown) continue;
    ++shown;
    const auto day = call.deadline.iso();
    items += fmt::format("<li>{} {} <time datetime=\"{}\">{}</time></li>\n",
                         outside(call.link, call.call, ""), words.until, day, day);
  }
  return items;
}

std::string project_items(const HubWidget& widget) {
  std::string items;
  for (const auto& hit : widget.newest) {
    const auto& merged = hit.project.merged;
    const auto address =
        fmt::format("{}/projects/{}", widget.public_url, percent_encode(hit.project.slug));
    items += fmt::format("<li>{}</li>\n",
                         outside(address, merged.title.empty() ? merged.key : merged.title, ""));
  }
  return items;
}

}  // namespace

std::string hub_widget_page(const HubWidget& widget) {
  const auto& hub = widget.view.stored;
  const auto& text = ecosystem::text_for(hub.content, {widget.language});
  const auto& words = widget_words(widget.language.empty() ? text.language : widget.language);
  const auto page = fmt::format("{}/hubs/{}", widget.public_url, hub.slug);
  const auto in_hub = lang(text.language, words);
  std::string body = fmt::format("<h1{}>{}</h1>\n", in_hub, outside(page, text.name, ""));
  if (widget.is_demonstration)
    body += fmt::format("<p class=\"label\">{}</p>\n", words.demonstration);
  if (hub.state == ecosystem::HubState::closed) {
    body += fmt::format("<p class=\"label\">{}</p>\n", words.closed);
  }
  body += fmt::format("<p{}>{}</p>\n", in_hub,
                      markup_text(shortened(text.description, kWidgetDescriptionBytes)));
  body += list_under(words.news, news_items(widget, page, text.language, words));
  body += list_under(words.calls, call_items(widget, words));
  body += list_under(words.projects, project_items(widget));
  body += fmt::format("<p>{}</p>\n", outside(page, words.all_of_it, " class=\"more\""));
  return fmt::format(
      "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"robots\" content=\"noindex\">\n"
      "<title>{} – Tributary</title>\n<link rel=\"stylesheet\" href=\"/hub-widget.css\">\n"
      "</head>\n<body>\n<main>\n{}</main>\n</body>\n</html>\n",
      words.language, markup_text(text.name), body);
}

std::string_view hub_widget_style() {
  return R"css(:root { color-scheme: light dark; --text: #1b2430; --link: #0b5c86; --line: #c8d0d8; --page: #ffffff; }
@media (prefers-color-scheme: dark) {
  :root { --text: #e7ecf1; --link: #8cc8ee; --line: #47525e; --page: #161b21; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 1rem/1.5 system-ui, sans-serif; }
main { padding: 1rem; min-width: 12rem; overflow-wrap: anywhere; }
h1 { margin: 0 0 0.5rem; font-size: 1.25rem; line-height: 1.3; }
h2 { margin: 1rem 0 0.25rem; padding-top: 0.75rem; border-top: 1px solid var(--line); font-size: 1rem; }
p { margin: 0 0 0.5rem; }
ul { margin: 0; padding-inline-start: 1.25rem; }
li { margin: 0.25rem 0; }
a { color: var(--link); }
time { white-space: nowrap; }
.label { padding-inline-start: 0.5rem; border-inline-start: 4px solid var(--link); font-size: 0.875rem; }
.more { display: inline-block; min-height: 24px; margin-top: 0.75rem; font-weight: 600; }
)css";
}

}  // namespace tributary::http
