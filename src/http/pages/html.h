// http/pages/html.h
//
// Writing HTML so that no text from outside can become markup.
#pragma once

#include <string>
#include <string_view>

namespace tributary::http {

/// A link to `url` with `label`; the escaped label alone where the address is not http(s), so that
/// "javascript:" and its like never become links.
std::string html_link(std::string_view url, std::string_view label);

/// JSON for a <script type="application/ld+json">: "<" is written \u003c, so that no "</script>"
/// and no "<!--" can occur.
std::string json_for_script(std::string json);

/// Paragraphs of `text`, split at line ends.
std::string html_paragraphs(std::string_view text, std::string_view language);

}  // namespace tributary::http
