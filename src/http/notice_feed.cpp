#include "http/notice_feed.h"

#include <fmt/format.h>

#include "app/notices/notice_texts.h"
#include "base/markup_text.h"

namespace tributary::http {

std::string notice_feed(const app::NoticePage& page, std::string_view public_url,
                        std::string_view path) {
  const auto address = markup_text(public_url);
  // Without notices nothing was ever updated; a moment that stands still keeps the entity tag.
  const auto updated = page.notices.empty() ? Timestamp() : page.notices.front().at;
  auto feed = fmt::format(
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
      "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n"
      "  <id>{}{}</id>\n  <title>{}</title>\n  <updated>{}</updated>\n"
      "  <author><name>Tributary</name></author>\n"
      "  <link rel=\"self\" href=\"{}{}\"/>\n  <link href=\"{}/notices\"/>\n",
      page.language, address, path, app::notices_title(page.language), rfc3339(updated), address,
      path, address);
  for (const auto& notice : page.notices) {
    const auto sentence = markup_text(app::notice_sentence(notice, page.language));
    feed += fmt::format(
        "  <entry>\n    <id>{}/notices#{}</id>\n    <title>{}</title>\n"
        "    <updated>{}</updated>\n    <link href=\"{}{}\"/>\n    <summary>{}</summary>\n"
        "  </entry>\n",
        address, notice.id.value, sentence, rfc3339(notice.at), address,
        markup_text(app::notice_page(notice)), sentence);
  }
  return feed + "</feed>\n";
}

}  // namespace tributary::http
