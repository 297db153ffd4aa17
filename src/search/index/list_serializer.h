// search/index/list_serializer.h
//
// Turns the occurrences of terms into what the index files hold: posting lists with impacts for the
// ranked fields and for each field with lists of its own, positions, dictionary (list_writer.h).
#pragma once

#include <string_view>
#include <vector>

#include "base/file.h"
#include "base/result.h"
#include "search/index/list_writer.h"
#include "search/postings/position_list.h"
#include "search/schema.h"

namespace tributary::search {

/// What impacts are computed from: the words of each document in each text field, and their mean.
struct FieldLengths {
  std::vector<std::vector<std::uint32_t>> by_field;  ///< [field][document]
  std::vector<float> averages;                       ///< by field; 0 where there is no word
};

/// 0 where there is no document.
inline float mean_length(std::uint64_t words, std::uint32_t documents) {
  if (documents == 0) return 0.0F;
  return static_cast<float>(static_cast<double>(words) / documents);
}

/// Term after term in ascending order, in each document after document. Memory: three
/// times the longest list. Not thread-safe.
class ListSerializer {
 public:
  /// Schema and lengths must outlive it.
  static Result<ListSerializer> create(const Schema& schema, const FieldLengths& lengths,
                                       std::uint32_t documents, const Path& folder,
                                       std::uint64_t generation);

  /// Asks for what add() will read of a document, which memory is slow to bring where documents are
  /// many.
  void expect(std::uint32_t document) const {
    if (!lengths_fit_cache_) {
      for (const auto& lengths : lengths_.by_field) __builtin_prefetch(&lengths[document]);
    }
  }

  /// A document that has the term that end_term() will name; documents ascend.
  void add(std::uint32_t document, const PositionRecord& record);

  /// Errors: `io`.
  Result<> end_term(std::string_view term);

  /// Dictionary, postings and positions.
  Result<std::vector<FileSummary>> finish();

 private:
  /// The lists of one set for the term at hand.
  struct SetInProgress {
    bool is_wanted = false;
    bool has_positions = false;
    std::vector<Posting> postings;
    PositionRecords positions;
  };

  ListSerializer(const Schema& schema, const FieldLengths& lengths, std::uint32_t documents,
                 std::unique_ptr<ListWriter> writer);

  [[nodiscard]] bool is_ranked(std::uint32_t field) const {
    return schema_.text_fields[field].weight > 0.0F;
  }

  const Schema& schema_;
  const FieldLengths& lengths_;
  bool lengths_fit_cache_;
  std::vector<FieldNorm> norms_;
  std::vector<SetInProgress> sets_;  ///< by ListSet
  std::unique_ptr<ListWriter> writer_;
};

}  // namespace tributary::search
