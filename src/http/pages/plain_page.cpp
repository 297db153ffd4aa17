#include "http/pages/html.h"
#include "http/pages/page.h"
#include "http/pages/parts.h"

namespace tributary::http {

std::string page_body(std::string_view main) {
  std::string html =
      "<header><nav aria-label=\"Main\"><a href=\"/\">Tributary: search European projects</a> "
      "<a href=\"/coverage\">Coverage</a></nav></header>\n<main>\n";
  html += main;
  html += "</main>\n";
  return html;
}

Page plain_page(std::string title) {
  return {
      .title = std::move(title),
      .description = "Search published European projects and the organisations in them.",
      .body =
          page_body("<h1>Search European projects</h1>\n"
                    "<form action=\"/\" method=\"get\" role=\"search\"><label>Search for "
                    "<input name=\"q\" type=\"search\"></label> <button>Search</button></form>\n"
                    "<noscript><p>The list of results needs JavaScript. The pages of projects and "
                    "organisations can be read without it, and so can the <a "
                    "href=\"/api/v1/openapi.json\">open API</a>.</p></noscript>\n"),
  };
}

}  // namespace tributary::http
