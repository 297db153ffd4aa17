// search/similar/document_terms.h
//
// Which terms stand in which document, read out of the posting lists, which tell the converse: the
// lists are walked for a block of documents at a time and turned round in memory.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "base/result.h"
#include "search/postings/dictionary.h"
#include "search/schema.h"
#include "search/similar/term_weight.h"

namespace tributary::search {

/// Of one generation. Memory: while it reads about `block_bytes` and half as much again, or what a
/// thousand documents take; else 100 bytes a term. Not thread-safe; dictionary and schema must
/// outlive it.
class DocumentTerms {
 public:
  static constexpr std::size_t kBlockBytes = std::size_t{36} << 20U;

  /// `drop_pages`, where given, is called now and then to give back the memory of lists read.
  DocumentTerms(const Dictionary& dictionary, const Schema& schema, std::uint32_t documents,
                std::size_t block_bytes = kBlockBytes, std::function<void()> drop_pages = {});

  /// Calls take() for each document, by number, with the terms that may tell documents apart: in
  /// enough of them and not in too many (DistinctiveTerms), in fields that are topical. Ascending
  /// by term, with their latent_weight(). Stops at the first error of take().
  Result<> for_each_document(const std::function<Result<>(std::span<const TermWeight>)>& take);

 private:
  /// A term with its list of all ranked fields and those of the fields that are not topical.
  struct Source {
    std::uint32_t term = 0;
    PostingList ranked;
    std::vector<PostingList> other;
  };
  void choose_sources(std::size_t block_bytes);
  void note_list_read();
  void read_block(std::uint32_t first, std::uint32_t end);
  /// Documents from `first` until `end`, of a block that begins with `block`.
  void read(const Source& source, std::uint32_t first, std::uint32_t end, std::uint32_t block);

  const Dictionary& dictionary_;
  const Schema& schema_;
  std::uint32_t documents_;
  std::uint32_t block_documents_ = 0;
  std::vector<Source> sources_;
  std::vector<std::vector<TermWeight>> rows_;  ///< of the block at hand
  std::function<void()> drop_pages_;
  std::uint32_t lists_read_ = 0;
};

}  // namespace tributary::search
