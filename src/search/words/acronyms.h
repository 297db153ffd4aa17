// search/words/acronyms.h
//
// The abbreviations that the texts of a collection explain (text/acronyms.h): collected while
// documents are added, kept in the words file of each segment, and taken together when an index is
// opened.
//
// The section `acronyms` holds the pairs of short and long form in ascending order:
//
//   short form    length varint, bytes: folded, words divided by a blank
//   long form     likewise
//   documents     varint, at least 1: in how many the pair is explained; a document that was
//                 replaced while the generation was written may still count
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "search/index/section_file.h"

namespace tributary::search {

struct ExplainedAcronym {
  std::string short_form;
  std::string long_form;
  std::uint32_t documents = 0;
  bool operator==(const ExplainedAcronym&) const = default;
};

/// The section of one segment, read when it is opened. Ascending, each pair once.
class AcronymSection {
 public:
  /// Errors: `corrupt` when it is not as written.
  static Result<AcronymSection> open(const SectionFile& file);

  [[nodiscard]] std::span<const ExplainedAcronym> pairs() const { return pairs_; }

 private:
  std::vector<ExplainedAcronym> pairs_;
};

/// Errors: `io`. REQUIRES: ascending, each pair once.
Result<> write_acronyms(std::span<const ExplainedAcronym> pairs, SectionFileWriter& file);

/// The pairs of all `parts`, each with the documents of all. REQUIRES: each part as in a section.
std::vector<ExplainedAcronym> merged_acronyms(
    std::span<const std::span<const ExplainedAcronym>> parts);

/// Collects the pairs of documents on their way into a segment. Not thread-safe.
class AcronymBuffer {
 public:
  static constexpr std::size_t kDefaultLimitPairs = 50'000;

  /// Holds at most `limit_pairs`, some 200 bytes each: when there are more, those that the fewest
  /// documents explain are forgotten, so that a count may be too low, never too high.
  explicit AcronymBuffer(std::size_t limit_pairs = kDefaultLimitPairs)
      : limit_pairs_(limit_pairs) {}

  /// REQUIRES: no document smaller than the one before.
  void add(std::string_view text, std::uint32_t document);

  /// Everything collected, in order; it is empty afterwards.
  std::vector<ExplainedAcronym> take();

 private:
  struct Count {
    std::uint32_t documents = 0;
    std::uint32_t last_document = UINT32_MAX;
  };
  void forget_rare_pairs();

  std::size_t limit_pairs_;
  boost::unordered_flat_map<std::string, Count> counts_;  ///< by both forms, a zero byte between
};

/// What the abbreviations of an index stand for, as far as its texts agree: at least
/// kFewestDocuments explain it, and two thirds of those that explain the short form mean the same.
/// Long forms mean the same when their words have the same beginnings of five bytes each
/// ("organisation", "organizations"). Immutable; safe from any thread.
class Acronyms {
 public:
  static constexpr std::uint32_t kFewestDocuments = 3;

  struct Meaning {
    std::string other;            ///< the long form that most documents have, or the short form
    std::string short_form;       ///< of the two
    std::uint32_t documents = 0;  ///< that explain it
  };

  Acronyms() = default;
  /// From pairs as in a section.
  explicit Acronyms(std::span<const ExplainedAcronym> pairs);

  /// What these words, folded and divided by blanks, stand for, or are the short or long form of.
  [[nodiscard]] std::span<const Meaning> meanings(std::string_view words) const;
  /// No name has more.
  [[nodiscard]] std::size_t longest_name_words() const { return longest_name_words_; }

 private:
  void add(const std::string& name, Meaning meaning);

  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return boost::hash<std::string_view>()(text);
    }
  };
  boost::unordered_flat_map<std::string, std::vector<Meaning>, Hash, std::equal_to<>> meanings_;
  std::size_t longest_name_words_ = 0;
};

}  // namespace tributary::search
