#include "search/words/compound_finder.h"

#include "text/fold.h"

namespace tributary::search {

CompoundFinder::CompoundFinder(const CompoundLexicons& lexicons) : lexicons_(lexicons) {
  for (std::size_t place = 0; place < splitters_.size(); ++place) {
    if (const auto* lexicon = lexicons.at(place)) splitters_.at(place).emplace(*lexicon);
  }
}

std::vector<WordPart> CompoundFinder::parts_of(std::string_view word, CompoundLanguages languages) {
  std::vector<WordPart> parts;
  for (std::size_t place = 0; place < splitters_.size() && parts.empty(); ++place) {
    if ((std::uint32_t{languages} >> place & 1U) == 0 || !splitters_.at(place)) continue;
    for (auto& part : splitters_.at(place)->split(word)) {
      auto stem = std::string(lexicons_.at(place)->stem_of(part.word));
      if (stem.empty()) {
        const auto language = text::kCompoundLanguages.at(place);
        stem = text::fold_accents(stemmers_.stem(part.word, language));
      }
      parts.push_back({.stem = std::move(stem), .word = std::move(part.word)});
    }
  }
  return parts;
}

}  // namespace tributary::search
