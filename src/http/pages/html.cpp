#include "http/pages/html.h"

#include <fmt/format.h>

namespace tributary::http {

std::string html_escaped(std::string_view text) {
  std::string escaped;
  escaped.reserve(text.size());
  for (const char letter : text) {
    switch (letter) {
      case '&':
        escaped += "&amp;";
        break;
      case '<':
        escaped += "&lt;";
        break;
      case '>':
        escaped += "&gt;";
        break;
      case '"':
        escaped += "&quot;";
        break;
      case '\'':
        escaped += "&#39;";
        break;
      default:
        escaped += letter;
    }
  }
  return escaped;
}

std::string html_link(std::string_view url, std::string_view label) {
  const bool is_web = url.starts_with("https://") || url.starts_with("http://");
  if (!is_web) return html_escaped(label);
  return fmt::format("<a href=\"{}\" rel=\"noopener\">{}</a>", html_escaped(url),
                     html_escaped(label));
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
      language.empty() ? std::string() : fmt::format(" lang=\"{}\"", html_escaped(language));
  while (!text.empty()) {
    const auto end = text.find('\n');
    const auto line = text.substr(0, end);
    text = end == std::string_view::npos ? "" : text.substr(end + 1);
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    html += fmt::format("<p{}>{}</p>\n", attribute, html_escaped(line));
  }
  return html;
}

}  // namespace tributary::http
