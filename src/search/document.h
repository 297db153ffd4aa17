// search/document.h
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "text/language.h"

namespace tributary::search {

/// A document on its way into an index. Fields and columns are named by their place in the schema.
struct Document {
  struct Text {
    std::uint16_t field = 0;
    std::string text;
    text::Language language = text::Language::unknown;
  };
  struct Label {
    std::uint16_t column = 0;
    std::string value;
  };
  struct Integer {
    std::uint16_t column = 0;
    std::int64_t value = 0;
  };
  /// Offered to whoever is typing its words; each document has it at most once.
  struct Completion {
    std::uint16_t kind = 0;  ///< a number of the application's
    std::string text;
    std::string id;  ///< the application's own; may be empty
  };

  std::string id;  ///< the application's own; unique: a later document with the same id replaces
                   ///< the earlier
  std::vector<Text> texts;
  std::vector<Label> labels;  ///< also holds the values of `text` columns
  std::vector<Integer> integers;
  std::vector<Completion> completions = {};
};

}  // namespace tributary::search
