#include "search/words/compound_lexicons.h"

#include <algorithm>

namespace tributary::search {

std::optional<std::size_t> CompoundLexicons::place_of(text::Language language) {
  const auto found = std::ranges::find(text::kCompoundLanguages, language);
  if (found == text::kCompoundLanguages.end()) return std::nullopt;
  return static_cast<std::size_t>(found - text::kCompoundLanguages.begin());
}

text::CompoundLexicon& CompoundLexicons::of(std::size_t place) {
  auto& lexicon = lexicons_.at(place);
  if (!lexicon) lexicon.emplace(text::kCompoundLanguages.at(place), limit_words_);
  return *lexicon;
}

void CompoundLexicons::add_text(std::size_t place, std::string_view text,
                                std::span<const text::Token> tokens, std::uint32_t document) {
  of(place).add_text(text, tokens, document);
}

void CompoundLexicons::add_all(const CompoundLexicons& other) {
  for (std::size_t place = 0; place < lexicons_.size(); ++place) {
    if (const auto* theirs = other.at(place)) of(place).add_all(*theirs);
  }
}

Result<> CompoundLexicons::add_all(const SectionFile& words) {
  for (std::size_t place = 0; place < lexicons_.size(); ++place) {
    const auto number = static_cast<std::uint32_t>(place);
    const auto bytes = TRY(words.array<char>(SectionTag::compound_lexicon, number));
    if (bytes.empty()) continue;
    const auto lexicon = text::CompoundLexicon::from_bytes({bytes.data(), bytes.size()});
    if (!lexicon || lexicon->language() != text::kCompoundLanguages.at(place)) {
      return words.broken("the words that compounds are split by cannot be read");
    }
    of(place).add_all(*lexicon);
  }
  return {};
}

bool CompoundLexicons::is_empty() const {
  return std::ranges::none_of(lexicons_, [](const auto& lexicon) { return lexicon.has_value(); });
}

std::uint32_t CompoundLexicons::documents_with_stem(std::string_view stem) const {
  std::uint32_t documents = 0;
  for (const auto& lexicon : lexicons_) {
    documents += lexicon ? lexicon->documents_with_stem(stem) : 0;
  }
  return documents;
}

Result<> CompoundLexicons::write(SectionFileWriter& file) const {
  for (std::size_t place = 0; place < lexicons_.size(); ++place) {
    TRY(file.begin_section(SectionTag::compound_lexicon, static_cast<std::uint32_t>(place)));
    if (lexicons_.at(place)) TRY(file.append(lexicons_.at(place)->to_bytes()));
  }
  return {};
}

}  // namespace tributary::search
