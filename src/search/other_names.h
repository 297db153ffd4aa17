// search/other_names.h
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace tributary::search {

/// Words of a text, and other names of the same that the collection itself teaches.
struct OtherNames {
  std::size_t first_word = 0;  ///< counted as text::WordScanner does
  std::size_t word_count = 0;
  std::vector<std::string> names;  ///< folded, words divided by a blank; never what was typed
  bool is_divided = false;         ///< a compound in its parts: no name of one that is quoted
  bool operator==(const OtherNames&) const = default;
};

}  // namespace tributary::search
