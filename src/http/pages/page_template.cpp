#include <fmt/format.h>

#include "base/markup_text.h"
#include "http/pages/html.h"
#include "http/pages/page.h"

namespace tributary::http {

namespace {

/// Takes the text before `mark` off `rest`, and `mark` with it.
Result<std::string> take_until(std::string_view& rest, std::string_view mark) {
  const auto at = rest.find(mark);
  if (at == std::string_view::npos) {
    return fail(ErrorCode::corrupt,
                fmt::format("the page lacks {} after what comes before it", mark));
  }
  std::string taken(rest.substr(0, at));
  rest.remove_prefix(at + mark.size());
  return taken;
}

}  // namespace

Result<PageTemplate> PageTemplate::parse(std::string_view html) {
  PageTemplate page;
  page.before_title_ = TRY(take_until(html, "<title>"));
  TRY(take_until(html, "</title>"));
  page.before_head_ = TRY(take_until(html, "<!--tributary:head-->"));
  page.before_body_ = TRY(take_until(html, "<!--tributary:body-->"));
  page.after_body_ = html;
  return page;
}

std::string PageTemplate::render(const Page& page) const {
  std::string html = before_title_;
  html += fmt::format("<title>{}</title>", markup_text(page.title));
  html += before_head_;
  if (!page.description.empty()) {
    html +=
        fmt::format("<meta name=\"description\" content=\"{}\">", markup_text(page.description));
  }
  if (!page.canonical_path.empty()) {
    html += fmt::format("<link rel=\"canonical\" href=\"{}\">", markup_text(page.canonical_path));
  }
  if (!page.linked_data.empty()) {
    html += fmt::format("<script type=\"application/ld+json\">{}</script>",
                        json_for_script(page.linked_data));
  }
  html += before_body_;
  html += page.body;
  html += after_body_;
  return html;
}

}  // namespace tributary::http
