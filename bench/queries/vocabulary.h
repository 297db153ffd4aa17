// bench/queries/vocabulary.h
//
// What queries are drawn from: the words of a corpus with the number of documents that have each,
// and a sample of its documents.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/random.h"

namespace tributary::bench {

/// Words by the share of documents that have them.
enum class Band : std::uint8_t {
  common,  ///< over 2 %: stop words, and words such as "climate"
  middle,  ///< 0.2 % to 2 %
  rare,    ///< 0.01 % to 0.2 %, in three documents at least
  rarest,  ///< less: no query asks for them
};

struct SampledDocument {
  std::vector<std::string> title;
  std::vector<std::string> text;
  std::vector<std::string> countries;
  std::uint32_t year = 0;
};

class Vocabulary {
 public:
  /// Reads the whole corpus once. Throws where it is unreadable or has no document.
  Vocabulary(const std::string& corpus, Random& random);

  [[nodiscard]] Band band(std::string_view word) const;
  [[nodiscard]] bool has(std::string_view word) const { return documents_with_.contains(word); }
  /// How many words begin with `prefix`.
  [[nodiscard]] std::size_t words_with_prefix(std::string_view prefix) const;
  [[nodiscard]] const std::vector<SampledDocument>& sample() const { return sample_; }
  [[nodiscard]] std::uint64_t documents() const { return documents_; }
  [[nodiscard]] std::size_t size() const { return sorted_.size(); }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const {
      return std::hash<std::string_view>()(word);
    }
  };
  struct Tally {
    std::uint64_t last_document = 0;  ///< from 1, so that no word is counted twice in a document
    std::uint64_t documents = 0;
  };

  void count(std::string_view text);

  std::uint64_t documents_ = 0;
  boost::unordered_flat_map<std::string, Tally, Hash, std::equal_to<>> documents_with_;
  std::vector<std::string_view> sorted_;
  std::vector<SampledDocument> sample_;
};

}  // namespace tributary::bench
