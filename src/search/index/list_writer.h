// search/index/list_writer.h
//
// Packs and writes posting lists, positions and the dictionary of a segment in a thread of its own,
// which costs as much as making them: of occurrences (list_serializer.h) or of other
// segments' lists (list_merge.h).
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "base/channel.h"
#include "base/file.h"
#include "base/result.h"
#include "search/index/section_file.h"
#include "search/postings/dictionary.h"
#include "search/postings/position_list.h"
#include "search/postings/posting_list.h"

namespace tributary::search {

/// Given to by one thread.
class ListWriter {
 public:
  /// `list_sets`: of the dictionary.
  static Result<std::unique_ptr<ListWriter>> create(std::uint32_t documents, const Path& folder,
                                                    std::uint64_t generation);
  ~ListWriter();

  /// A list of the term that end_term() will name; sets ascend. Leaves `postings` and `positions`
  /// empty; the latter is null where the set has no positions. REQUIRES: a posting.
  void add_list(ListSet set, std::vector<Posting>& postings, PositionRecords* positions);

  /// Terms ascend. Waits while others wait to be written. Errors: `io`, some calls late.
  Result<> end_term(std::string_view term);

  /// Waits for the last list. Dictionary, postings and positions. Nothing may follow.
  Result<std::vector<FileSummary>> finish();

 private:
  /// Terms with their lists, one after another: each term's and list's content ends where its
  /// number says and begins where the one before ends.
  struct MadeLists {
    struct Term {
      std::size_t text_end = 0, lists_end = 0;
    };
    struct List {
      ListSet set = 0;
      bool has_positions = false;
      std::size_t postings_end = 0, positions_end = 0;
    };

    std::string texts;
    std::vector<Term> terms;
    std::vector<List> lists;
    std::vector<Posting> postings;
    std::string positions;  ///< the records

    [[nodiscard]] std::size_t size_bytes() const {
      return texts.size() + postings.size() * sizeof(Posting) + positions.size();
    }
  };

  ListWriter(std::uint32_t documents, const Path& folder, SectionFileWriter dictionary,
             SectionFileWriter postings, SectionFileWriter positions);
  void run();
  Result<> write(const MadeLists& lists);
  Result<> write_list(const MadeLists::List& list, std::span<const Posting> postings,
                      std::string_view records);
  Result<> hand_over();

  MadeLists made_;  ///< not handed over yet
  std::uint32_t documents_;
  SectionFileWriter dictionary_file_, postings_file_, positions_file_;
  DictionaryWriter dictionary_;
  std::string bytes_;
  Channel<MadeLists> waiting_{1};
  std::optional<Error> failure_;  ///< read only once thread_ has ended
  std::jthread thread_;           // last: it uses all of the above
};

}  // namespace tributary::search
