// store/partnership/word_list.h
//
// A few words without blanks in them as one text: country codes, stems, addresses of projects.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace tributary::store {

inline std::string list_of_words(const std::vector<std::string>& words) {
  std::string list;
  for (const auto& word : words) list.append(list.empty() ? "" : " ").append(word);
  return list;
}

inline std::vector<std::string> words_of_list(std::string_view list) {
  std::vector<std::string> words;
  while (!list.empty()) {
    const auto end = std::min(list.find(' '), list.size());
    words.emplace_back(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return words;
}

}  // namespace tributary::store
