// app/scouting/phrase_finder.h
//
// Finds the phrases of two words that hold together in some texts.
//
//   PhraseFinder finder({"digit", "twin"});
//   finder.read(document);  …
//   finder.best(5, 100)  →  "digital twins" …
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "search/document.h"
#include "search/schema.h"
#include "text/analyzer.h"

namespace tributary::app {

/// Not thread-safe.
class PhraseFinder {
 public:
  /// `telling`: terms that a phrase may consist of. REQUIRES: the schema outlives it.
  PhraseFinder(std::unordered_set<std::string> telling, const search::Schema& schema)
      : telling_(std::move(telling)), schema_(schema), analyzer_(schema.analysis) {}

  /// Its topical texts.
  void read(const search::Document& document);

  /// Phrases in at least `fewest` of the documents, as most often written, at most `most`: those
  /// that hold together best by n·log(n·N / (n₁·n₂)), where n of the N documents have the phrase
  /// and n₁, n₂ have its words; equals by letters.
  [[nodiscard]] std::vector<std::string> best(std::uint32_t fewest, std::size_t most) const;

 private:
  struct Phrase {
    std::uint32_t documents = 0;
    std::uint32_t last_document = 0;  ///< that counted
    std::string first, second;        ///< terms
    std::unordered_map<std::string, std::uint32_t> spellings;
  };
  struct Word {
    std::uint32_t documents = 0, last_document = 0;
  };

  void read_text(const search::Document::Text& text);
  void add_phrase(std::string_view first, std::string_view second, const std::string& spelling);

  std::unordered_set<std::string> telling_;
  const search::Schema& schema_;
  text::Analyzer analyzer_;
  std::uint32_t documents_ = 0;
  std::unordered_map<std::string, Word> words_;      ///< by term
  std::unordered_map<std::string, Phrase> phrases_;  ///< by both terms
};

}  // namespace tributary::app
