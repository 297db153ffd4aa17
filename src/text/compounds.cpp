#include "text/compounds.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>

#include "text/compound_rules.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace tributary::text {
namespace {

constexpr std::size_t kShortestCompoundLetters = 8;
constexpr std::size_t kLongestCompoundLetters = 64;
constexpr std::size_t kMostParts = 4;
constexpr std::size_t kShortestPartLetters = 4;
constexpr std::size_t kShortestStemmedLetters = 5;
constexpr double kNoWay = -std::numeric_limits<double>::infinity();

/// A word folded letter by letter, with the place of each letter in both spellings, so that a part
/// found in the folded one can be cut out of the word as written.
struct Letters {
  std::string folded;
  std::vector<std::size_t> folded_at;  ///< where the letter begins; one more, for the end
  std::vector<std::size_t> byte_at;

  explicit Letters(std::string_view word) {
    for (std::size_t offset = 0; offset < word.size();) {
      const std::size_t length_bytes = character_at(word, offset).length_bytes;
      const std::string letter = fold(word.substr(offset, length_bytes));
      if (!letter.empty()) {  // a combining mark or a soft hyphen belongs to the letter before it
        folded_at.push_back(folded.size());
        byte_at.push_back(offset);
        folded += letter;
      }
      offset += length_bytes;
    }
    folded_at.push_back(folded.size());
    byte_at.push_back(word.size());
  }

  [[nodiscard]] std::size_t count() const { return byte_at.size() - 1; }

  [[nodiscard]] std::string_view between(std::size_t begin, std::size_t end) const {
    return std::string_view(folded).substr(folded_at[begin], folded_at[end] - folded_at[begin]);
  }

  /// The letter after `link` when that stands at letter `begin`.
  [[nodiscard]] std::optional<std::size_t> after(std::size_t begin, std::string_view link) const {
    const std::size_t end = begin + link.size();  // linking elements are ASCII
    if (end >= count() || between(begin, end) != link) return std::nullopt;
    return end;
  }
};

/// The best way on from one letter with a given number of parts.
struct Way {
  double log_counts = kNoWay;  ///< the sum over the parts
  std::size_t part_end = 0;
  std::size_t next_part = 0;
  std::string_view restored;
};

using Ways = std::vector<std::array<Way, kMostParts + 1>>;

class Division {
 public:
  Division(std::string_view word, const Letters& letters, const CompoundRules& rules,
           const CompoundLexicon& lexicon, Stemmers& stemmers)
      : word_(word),
        letters_(letters),
        rules_(rules),
        lexicon_(lexicon),
        stemmers_(stemmers),
        fewest_documents_(lexicon.fewest_documents_of_a_part()),
        ways_(letters.count() + 1) {
    for (std::size_t begin = letters_.count(); begin-- > 0;) {
      if (begin > 0) end_with_part_from(begin);
      go_on_from(begin);
    }
  }

  /// How many parts the best division has, 0 when the word stays whole.
  [[nodiscard]] std::size_t best_number_of_parts() const {
    const double own = CompoundSplitter::kOwnWeight * lexicon_.documents_with(letters_.folded);
    double best = own > 0 ? std::log(own) : kNoWay;
    std::size_t number = 0;
    for (std::size_t parts = 2; parts <= kMostParts; ++parts) {
      const double mean = ways_[0].at(parts).log_counts / static_cast<double>(parts);
      if (mean <= best) continue;
      best = mean;
      number = parts;
    }
    return number;
  }

  [[nodiscard]] std::vector<CompoundPart> parts(std::size_t number) const {
    std::vector<CompoundPart> found;
    for (std::size_t begin = 0; number > 0; --number) {
      const Way& way = ways_[begin].at(number);
      const std::size_t from = letters_.byte_at[begin];
      const std::size_t to = letters_.byte_at[way.part_end];
      found.push_back({std::string(word_.substr(from, to - from)).append(way.restored), from, to});
      begin = way.next_part;
    }
    return found;
  }

 private:
  /// Whether what stands from `begin` to `end`, with a linking element up to `next`, is long enough
  /// and no prefix or ending: Weit-er-bildung is none either.
  [[nodiscard]] bool may_be_part(std::size_t begin, std::size_t end, std::size_t next,
                                 std::string_view restored) const {
    const auto part = letters_.between(begin, end);
    // What replaces a final vowel is counted as it: the four letters of Gatu-kontor.
    const std::size_t letters = restored.empty() ? end - begin : next - begin;
    if (letters < kShortestPartLetters) return rules_.is_short_part(part);
    return !rules_.is_never_part(part) && !rules_.is_never_part(letters_.between(begin, next));
  }

  void improve(Way& way, double log_counts, std::size_t part_end, std::size_t next,
               std::string_view restored) {
    if (log_counts > way.log_counts) way = {log_counts, part_end, next, restored};
  }

  /// The logarithm of the documents that hold the part as a word. When these are too few, those
  /// with any word of its stem are taken, for half as much, so that Arbeit-s-markt is preferred to
  /// Arbeits-markt; kNoWay when these are too few as well, or when it may be no part.
  [[nodiscard]] double log_documents(std::size_t begin, std::size_t end, std::size_t next,
                                     std::string_view restored) {
    if (!may_be_part(begin, end, next, restored)) return kNoWay;
    const auto form = std::string(letters_.between(begin, end)).append(restored);
    const std::uint32_t exact = lexicon_.documents_with(form);
    if (exact >= fewest_documents_) return std::log(exact);
    if (end - begin < kShortestStemmedLetters) return kNoWay;
    const auto written =
        word_.substr(letters_.byte_at[begin], letters_.byte_at[end] - letters_.byte_at[begin]);
    const auto cased = fold_case(std::string(written).append(restored));
    const auto stem = fold_accents(stemmers_.stem(cased, lexicon_.language()));
    const std::uint32_t pooled = lexicon_.documents_with_stem(stem);
    return pooled >= fewest_documents_ ? std::log(0.5 * pooled) : kNoWay;
  }

  void end_with_part_from(std::size_t begin) {
    const std::size_t end = letters_.count();
    improve(ways_[begin][1], log_documents(begin, end, end, {}), end, end, {});
  }

  /// Whether the word can be ended from `begin` with fewer than kMostParts parts.
  [[nodiscard]] bool leads_to_the_end(std::size_t begin) const {
    return std::ranges::any_of(std::span(ways_[begin]).first(kMostParts),
                               [](const Way& way) { return way.log_counts > kNoWay; });
  }

  void go_on_from(std::size_t begin) {
    for (std::size_t end = letters_.count(); end-- > begin + 1;) {
      for (const auto& link : rules_.links) {
        const auto next = letters_.after(end, link.written);
        if (!next || !leads_to_the_end(*next)) continue;
        const double own = log_documents(begin, end, *next, link.restored);
        for (std::size_t parts = 2; parts <= kMostParts; ++parts) {
          const double rest = ways_[*next].at(parts - 1).log_counts;
          improve(ways_[begin].at(parts), own + rest, end, *next, link.restored);
        }
      }
    }
  }

  std::string_view word_;
  const Letters& letters_;
  const CompoundRules& rules_;
  const CompoundLexicon& lexicon_;
  Stemmers& stemmers_;
  std::uint32_t fewest_documents_;
  Ways ways_;
};

}  // namespace

bool splits_compounds(Language language) { return !compound_rules(language).links.empty(); }

CompoundSplitter::CompoundSplitter(const CompoundLexicon& lexicon) : lexicon_(lexicon) {}

std::vector<CompoundPart> CompoundSplitter::split(std::string_view word) {
  const Letters letters(word);
  if (letters.count() < kShortestCompoundLetters || letters.count() > kLongestCompoundLetters)
    return {};
  const Division division(word, letters, compound_rules(lexicon_.language()), lexicon_, stemmers_);
  return division.parts(division.best_number_of_parts());
}

}  // namespace tributary::text
