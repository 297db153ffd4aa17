#include "text/compound_lexicon.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <vector>

#include "text/fold.h"
#include "text/utf8.h"
#include "text/words.h"

namespace tributary::text {
namespace {

constexpr std::string_view kSignature = "tributary-compounds 1 ";
constexpr std::size_t kShortestCountedWordBytes = 3;
constexpr std::size_t kLongestCountedWordBytes = 64;

/// Whether it has the length of a word and no digits.
bool is_counted(std::string_view word) {
  return word.size() >= kShortestCountedWordBytes && word.size() <= kLongestCountedWordBytes &&
         std::ranges::none_of(word, [](char byte) { return byte >= '0' && byte <= '9'; });
}

/// Whether a hyphen follows at `end` that no word follows: the first half of a shortened pair.
bool is_shortened(std::string_view text, std::size_t end) {
  if (end >= text.size() || text[end] != '-') return false;
  if (end + 1 == text.size()) return true;
  const auto after = character_at(text, end + 1);
  return !after.valid || !is_word_character(after.code_point);
}

/// The next field of `line` up to a blank, which is taken from `line` with it.
std::string_view next_field(std::string_view& line) {
  const auto field = line.substr(0, line.find(' '));
  line.remove_prefix(std::min(line.size(), field.size() + 1));
  return field;
}

std::string_view next_line(std::string_view& bytes) {
  const auto line = bytes.substr(0, bytes.find('\n'));
  bytes.remove_prefix(std::min(bytes.size(), line.size() + 1));
  return line;
}

std::optional<std::uint32_t> number_in(std::string_view digits) {
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return number;
}

}  // namespace

CompoundLexicon::CompoundLexicon(Language language, std::size_t limit_words)
    : language_(language), limit_words_(std::max<std::size_t>(limit_words, 2)) {}

void CompoundLexicon::add_document(std::string_view text) {
  ++documents_;
  for (WordScanner words(text); words.next();) {
    const auto word = text.substr(words.begin(), words.end() - words.begin());
    if (is_counted(word) && !is_shortened(text, words.end())) count(word);
  }
}

void CompoundLexicon::add_text(std::string_view text, std::span<const Token> tokens,
                               std::uint64_t document) {
  if (document != begun_document_) ++documents_;
  begun_document_ = document;
  for (const auto& token : tokens) {
    if (!is_counted(token.plain) || is_shortened(text, token.end_byte)) continue;
    count_once(entry_of(token.plain, token.term));
  }
}

void CompoundLexicon::add_all(const CompoundLexicon& other) {
  documents_ += other.documents_;
  for (const auto& [word, theirs] : other.words_) {
    auto& entry = entry_of(word, theirs.stem);
    entry.documents += theirs.documents;
    stems_[entry.stem] += theirs.documents;
  }
}

void CompoundLexicon::count(std::string_view word) {
  const std::string cased = fold_case(word);
  const std::string folded = fold_accents(cased);
  const auto found = words_.find(folded);
  count_once(found != words_.end()
                 ? found->second
                 : entry_of(folded, fold_accents(stemmers_.stem(cased, language_))));
}

CompoundLexicon::Entry& CompoundLexicon::entry_of(std::string_view folded_word,
                                                  std::string_view stem) {
  const auto found = words_.find(folded_word);
  if (found != words_.end()) return found->second;
  if (words_.size() >= limit_words_) forget_rare_words();
  return words_.emplace(folded_word, Entry{std::string(stem), 0, 0}).first->second;
}

void CompoundLexicon::count_once(Entry& entry) {
  if (entry.last_document == documents_) return;
  entry.last_document = documents_;
  ++entry.documents;
  ++stems_[entry.stem];
}

/// Forgets those in one document, then in two …, until half the places are free.
void CompoundLexicon::forget_rare_words() {
  for (std::uint32_t fewest = 1; words_.size() > limit_words_ / 2; ++fewest) {
    boost::unordered::erase_if(words_, [&](const auto& item) {
      const auto& entry = item.second;
      if (entry.documents > fewest) return false;
      const auto pooled = stems_.find(entry.stem);
      pooled->second -= entry.documents;
      if (pooled->second == 0) stems_.erase(pooled);
      return true;
    });
  }
}

std::uint32_t CompoundLexicon::documents_with(std::string_view folded_word) const {
  const auto found = words_.find(folded_word);
  return found == words_.end() ? 0 : found->second.documents;
}

std::uint32_t CompoundLexicon::documents_with_stem(std::string_view stem) const {
  const auto found = stems_.find(stem);
  return found == stems_.end() ? 0 : found->second;
}

std::string_view CompoundLexicon::stem_of(std::string_view folded_word) const {
  const auto found = words_.find(folded_word);
  return found == words_.end() ? std::string_view() : found->second.stem;
}

std::uint32_t CompoundLexicon::fewest_documents_of_a_part() const {
  constexpr std::uint64_t documents_for_one_more = 20'000;
  constexpr std::uint64_t at_most = 20;
  return static_cast<std::uint32_t>(std::min(1 + documents_ / documents_for_one_more, at_most));
}

std::string CompoundLexicon::to_bytes() const {
  std::vector<std::string_view> ordered;
  ordered.reserve(words_.size());
  for (const auto& [word, entry] : words_) ordered.push_back(word);
  std::ranges::sort(ordered);
  std::string bytes(kSignature);
  bytes.append(code_of(language_)).append(" ").append(std::to_string(documents_)).append("\n");
  for (const auto word : ordered) {
    const auto& entry = words_.find(word)->second;
    bytes.append(word).append(" ").append(entry.stem).append(" ");
    bytes.append(std::to_string(entry.documents)).append("\n");
  }
  return bytes;
}

Result<CompoundLexicon> CompoundLexicon::from_bytes(std::string_view bytes) {
  auto header = next_line(bytes);
  if (!header.starts_with(kSignature)) return fail(ErrorCode::corrupt, "no lexicon", "line 1");
  header.remove_prefix(kSignature.size());
  const auto language = language_from_code(next_field(header));
  const auto documents = number_in(header);
  if (!language || !documents) {
    return fail(ErrorCode::corrupt, "not a known language and a number", "line 1");
  }
  CompoundLexicon lexicon(*language);
  lexicon.documents_ = *documents;
  for (std::size_t number = 2; !bytes.empty(); ++number) {
    auto line = next_line(bytes);
    const auto word = next_field(line);
    const auto stem = next_field(line);
    const auto count = number_in(line);
    if (word.empty() || stem.empty() || !count || *count == 0) {
      return fail(ErrorCode::corrupt, "not \"word stem documents\"",
                  "line " + std::to_string(number));
    }
    if (!lexicon.words_.emplace(word, Entry{std::string(stem), *count, 0}).second) {
      return fail(ErrorCode::corrupt, "a word that stands twice", "line " + std::to_string(number));
    }
    lexicon.stems_[std::string(stem)] += *count;
  }
  lexicon.limit_words_ = std::max(lexicon.limit_words_, lexicon.words_.size());
  return lexicon;
}

}  // namespace tributary::text
