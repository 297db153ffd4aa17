#include "text/analyzer.h"

#include <algorithm>
#include <array>
#include <span>
#include <unordered_set>

#include "text/fold.h"
#include "text/stemmer.h"
#include "text/term_cache.h"
#include "text/utf8.h"
#include "text/words.h"

namespace tributary::text {
namespace {

/// Longer runs are no words: sequences of bases, encoded files, texts without blanks.
constexpr std::size_t kLongestWordBytes = 64;

/// Words (of all languages) after which the cache begins anew: 40 MB at the very worst, when all
/// are of 64 bytes; about 15 MB with real words.
constexpr std::size_t kLargestCache = 200'000;

/// Words that are looked up together: enough to hide that memory is slow.
constexpr std::size_t kWordsAtOnce = 32;

struct ScannedWord {
  std::string_view text;
  std::uint32_t begin_byte = 0, end_byte = 0;
  TermCache::Entry* entry = nullptr;
};

/// Turkish has two letters i, and ICU's folding only knows the other languages' pair of them.
std::string with_turkish_i(std::string_view word) {
  std::string result;
  for (std::size_t at = 0; at < word.size(); ++at) {
    if (word[at] == 'I') {
      result += "ı";
    } else if (word.substr(at).starts_with("İ")) {
      result += 'i';
      ++at;
    } else {
      result += word[at];
    }
  }
  return result;
}

/// Takes "'s" from the end; in Turkish, where an apostrophe parts a name from its endings
/// (Türkiye'de), everything from the apostrophe on. All else that is no letter, digit or mark is
/// dropped: the remaining apostrophes, the dot of l·l, what compatibility folding brought in.
std::string with_letters_only(std::string_view word, Language language) {
  std::string result;
  std::size_t apostrophe_at = std::string::npos;  // in the result
  for (std::size_t offset = 0; offset < word.size();) {
    const auto character = character_at(word, offset);
    if (is_apostrophe(character.code_point)) {
      if (language == Language::tr && !result.empty()) return result;
      apostrophe_at = result.size();
    } else if (character.valid && is_word_character(character.code_point)) {
      result += word.substr(offset, character.length_bytes);
    }
    offset += character.length_bytes;
  }
  const bool possessive = apostrophe_at != std::string::npos && apostrophe_at > 0 &&
                          std::string_view(result).substr(apostrophe_at) == "s";
  if (possessive) result.pop_back();
  return result;
}

std::string plain_word(std::string_view word, Language language) {
  const auto folded = language == Language::tr ? fold_case(with_turkish_i(word)) : fold_case(word);
  return with_letters_only(folded, language);
}

}  // namespace

struct Analyzer::State {
  explicit State(AnalyzerOptions given) : options(std::move(given)) {
    stop_words.insert(options.stop_words.begin(), options.stop_words.end());
  }

  /// One word before and after stemming; both empty for a stop word and for a word of nothing but
  /// marks.
  struct Forms {
    std::string plain, term;
  };
  Forms forms_of(std::string_view word, Language language);

  AnalyzerOptions options;
  std::unordered_set<std::string> stop_words;
  Stemmers stemmers;
  TermCache cache;
  std::vector<Token> tokens;  ///< of terms_of()
};

Analyzer::State::Forms Analyzer::State::forms_of(std::string_view word, Language language) {
  const std::string accented = plain_word(word, language);
  if (!stop_words.empty() && stop_words.contains(fold_accents(accented))) return {};
  std::string stem = accented;
  switch (options.stemming) {
    case Stemming::none:
      break;
    case Stemming::porter:
      stem = stemmers.porter_stem(accented);
      break;
    case Stemming::by_language:
      stem = stemmers.stem(accented, language);
      break;
  }
  if (!options.fold_accents) return {.plain = accented, .term = std::move(stem)};
  return {.plain = fold_accents(accented), .term = fold_accents(stem)};
}

Analyzer::Analyzer(AnalyzerOptions options) : state_(std::make_unique<State>(std::move(options))) {}
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;
Analyzer::~Analyzer() = default;

// A look-up waits for memory twice, for the slot and for the entry. So words are looked up some at
// a time, in three rounds that each ask for what the next one reads.
void Analyzer::analyze(std::string_view text, Language language, std::vector<Token>& tokens) {
  tokens.clear();
  auto& cache = state_->cache;
  // Only here, because tokens point into the cache until the next call.
  if (cache.size() > kLargestCache) cache.clear();
  std::array<ScannedWord, kWordsAtOnce> words;
  std::uint32_t position = 0;
  WordScanner scanner(text);
  while (true) {
    std::size_t count = 0;
    while (count < kWordsAtOnce && scanner.next()) {
      const auto whole = text.substr(scanner.begin(), scanner.end() - scanner.begin());
      auto& word = words[count++];
      word = {.text = prefix_of_characters(whole, kLongestWordBytes),
              .begin_byte = static_cast<std::uint32_t>(scanner.begin()),
              .end_byte = static_cast<std::uint32_t>(scanner.end())};
      cache.prefetch(word.text, language);
    }
    if (count == 0) return;
    for (auto& word : std::span(words).first(count)) {
      word.entry = cache.find(word.text, language);
      if (word.entry == nullptr) {
        const auto [plain, term] = state_->forms_of(word.text, language);
        word.entry = &cache.insert(word.text, language, term, plain);
      }
      __builtin_prefetch(word.entry);
    }
    for (const auto& word : std::span(words).first(count)) {
      const auto at = position++;
      if (word.entry->term.empty()) continue;
      tokens.push_back({.term = word.entry->term,
                        .position = at,
                        .begin_byte = word.begin_byte,
                        .end_byte = word.end_byte,
                        .mark = &word.entry->mark,
                        .plain = word.entry->plain,
                        .word_mark = &word.entry->word_mark});
    }
  }
}

std::vector<std::string> Analyzer::terms_of(std::string_view word,
                                            std::span<const Language> languages) {
  std::vector<std::string> terms;
  const auto add_terms = [&](Language language) {
    analyze(word, language, state_->tokens);
    for (const auto& token : state_->tokens) {
      if (std::ranges::find(terms, token.term) == terms.end()) terms.emplace_back(token.term);
    }
  };
  add_terms(Language::unknown);
  for (const auto language : languages) add_terms(language);
  return terms;
}

std::string Analyzer::plain_of(std::string_view text) {
  analyze(text, Language::unknown, state_->tokens);
  return state_->tokens.empty() ? std::string() : std::string(state_->tokens.front().plain);
}

}  // namespace tributary::text
