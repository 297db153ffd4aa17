// app/hubs/words_in_text.h
//
// Whether a text that is no project has what a query asks for by its words.
//
//   WordsInText text("Mentors for small firms\nSmall firms cannot …");
//   text.has(parse_query("mentor* OR \"small firms\"", project_schema())->tree.root)   →  true
//
// Words are compared as the index compares them, in the language of the text; words that merely
// stand beside each other are all asked for. What is asked of a project alone (a field but title
// and text, a value, a range) no text has.
//
// Thread rule: one thread at a time.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "search/query/query_tree.h"
#include "text/analyzer.h"

namespace tributary::app {

class WordsInText {
 public:
  explicit WordsInText(std::string_view text);

  bool has(const search::QueryNode& node);

 private:
  bool has_word(const std::string& word);
  bool has_phrase(const std::string& phrase);
  [[nodiscard]] bool has_prefix(const std::string& prefix);

  text::Analyzer analyzer_;
  text::Language language_;
  std::vector<std::string> terms_;  // in their order, with those between them that are left out
  std::set<std::string> distinct_, plain_;
};

}  // namespace tributary::app
