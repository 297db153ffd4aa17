// base/markup_text.h
//
// Text within HTML and XML, such that nothing from outside can become markup.
//
//   markup_text("R&D <now>")   →  "R&amp;D &lt;now&gt;"
#pragma once

#include <string>
#include <string_view>

namespace tributary {

/// `text` for use between tags and inside quoted attributes: & < > " ' become references, and
/// control characters but tab and line ends, which XML 1.0 cannot hold in any way, are left out.
/// Pure; safe from any thread.
std::string markup_text(std::string_view text);

}  // namespace tributary
