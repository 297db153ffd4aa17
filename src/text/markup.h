// text/markup.h
//
// Where a text that was published as plain holds markup all the same: "the <b>aims</b> &amp;
// means". Nothing is decoded; it is only known what must not be cut or marked. Pure; safe from any
// thread.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace tributary::text {

struct MarkupSpan {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool operator==(const MarkupSpan&) const = default;
};

/// The tags, comments and character references of `text` in their order, which do not overlap:
///
///   <name>, </name>, <name … = …>, <name/>, <!-- … -->     at most 2,000 bytes each
///   &name; &#123; &#x1F;                                   at most 33 bytes each
///
/// "a < b" and "x<y and z>w" are none. Linear in the length of `text`.
std::vector<MarkupSpan> markup_in(std::string_view text);

}  // namespace tributary::text
