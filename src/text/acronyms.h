// text/acronyms.h
//
// Abbreviations that a text explains.
//
//   acronyms_in("… vocational education and training (VET) …")
//     →  VET = vocational education and training
//
// The rules are in docs/text-analysis.md. Pure functions; safe from any thread.
#pragma once

#include <string_view>
#include <vector>

namespace tributary::text {

/// Both are parts of the text.
struct AcronymPair {
  std::string_view short_form;
  std::string_view long_form;
  bool operator==(const AcronymPair&) const = default;
};

/// The pairs "Long Form (LF)" and "LF (Long Form)" of `text`, in the order of their parentheses;
/// each time it is explained. After Schwartz & Hearst (Pacific Symposium on Biocomputing 2003), in
/// any script; letters are compared folded. A short form has 2 to 10 letters and digits, at least
/// half of its letters capitals, and is no Roman number. Linear in the length of `text`.
std::vector<AcronymPair> acronyms_in(std::string_view text);

}  // namespace tributary::text
