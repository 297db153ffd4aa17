#include "http/pages/html.h"

#include <fmt/format.h>

#include "base/markup_text.h"

namespace tributary::http {

std::string html_link(std::string_view url, std::string_view label) {
  const bool is_web = url.starts_with("https://") || url.starts_with("http://");
  if (!is_web) return markup_text(label);
  return fmt::format("<a href=\"{}\" rel=\"noopener\">{}</a>", markup_text(url),
                     markup_text(label));
}

std::string json_for_script(std::string json) {
  for (auto at = json.find('<'); at != std::string::npos; at = json.find('<', at)) {
    json.replace(at, 1, "\\u003c");
  }
  return json;
}

std::string html_paragraphs(std::string_view text, std::string_view language) {
  std::string html;
  const auto attribute =
      language.empty() ? std::string() : fmt::format(" lang=\"{}\"", markup_text(language));
  while (!text.empty()) {
    const auto end = text.find('\n');
    const auto line = text.substr(0, end);
    text = end == std::string_view::npos ? "" : text.substr(end + 1);
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    html += fmt::format("<p{}>{}</p>\n", attribute, markup_text(line));
  }
  return html;
}

}  // namespace tributary::http
