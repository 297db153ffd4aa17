#include "text/query_words.h"

#include "text/fold.h"
#include "text/words.h"

namespace tributary::text {

std::vector<QueryWord> query_words_of(std::string_view text) {
  std::vector<QueryWord> words;
  for (WordScanner scanner(text); scanner.next();) {
    const auto word = text.substr(scanner.begin(), scanner.end() - scanner.begin());
    words.push_back({.typed = std::string(word), .folded = fold(word)});
  }
  return words;
}

}  // namespace tributary::text
