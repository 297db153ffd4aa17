// search/similar/term_document_matrix.h
//
// Which terms stand in which documents and how strongly: what latent vectors are trained on.
//
//   TermDocumentMatrixBuilder builder({});
//   for (each document) builder.add(terms);            // (term number, latent_weight()) pairs
//   const auto matrix = std::move(builder).finish();
//
// Memory stays bounded: beyond a number of documents or of bytes only a sample is kept. A document
// is in the sample when the hash of its number lies below a threshold, which sinks while the sample
// is too large; so the sample is the same for the same documents, and any document is as likely in
// it as any other. How many documents have a term is counted over all of them.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "search/similar/term_weight.h"

namespace tributary::search {

/// Whether a term tells documents apart: in so few documents it may be a misspelling, in so many it
/// says nothing.
struct DistinctiveTerms {
  std::uint32_t fewest_documents = 3;
  double largest_share = 0.10;         ///< of all documents …
  std::uint32_t always_allowed = 100;  ///< … but in a small collection so many, and half of it

  [[nodiscard]] bool hold(std::uint32_t document_frequency, std::uint32_t documents) const {
    const auto most = std::max<double>(largest_share * documents,
                                       std::min<double>(always_allowed, 0.5 * documents));
    return document_frequency >= fewest_documents && document_frequency <= most;
  }
};

/// idf = ln(1 + (N − df + ½)/(df + ½)), as BM25F has it.
float inverse_frequency(std::uint32_t document_frequency, std::uint32_t documents);

/// What a term counts in latent vectors, whatever the document: idf^1.5. Better than idf, idf² and
/// entropy on four collections: bench/results/similar.md.
float latent_factor(std::uint32_t document_frequency, std::uint32_t documents);

struct MatrixLimits {
  DistinctiveTerms distinctive;
  std::uint32_t most_terms = 100'000;      ///< the most frequent of the distinctive ones
  std::uint32_t most_documents = 200'000;  ///< in the sample
  std::size_t most_bytes = 512U << 20U;    ///< of the sample while it is collected, 8 an entry
};

/// Sparse, by rows. A row is a document of the sample, a column a distinctive term.
struct TermDocumentMatrix {
  struct Entry {
    std::uint32_t column = 0;
    float weight = 0;  ///< latent_weight() · latent_factor()
  };

  std::uint32_t documents = 0;       ///< in the sample or not
  std::vector<std::uint32_t> terms;  ///< the dictionary's numbers of the columns, ascending
  std::vector<float> factors;        ///< latent_factor() of the columns
  std::vector<std::size_t> row_ends;
  std::vector<Entry> entries;

  [[nodiscard]] std::size_t rows() const { return row_ends.size(); }
  [[nodiscard]] std::span<const Entry> row(std::size_t number) const {
    const auto begin = number == 0 ? 0 : row_ends[number - 1];
    return std::span(entries).subspan(begin, row_ends[number] - begin);
  }
};

/// Not thread-safe.
class TermDocumentMatrixBuilder {
 public:
  explicit TermDocumentMatrixBuilder(MatrixLimits limits) : limits_(limits) {}

  /// The next document's terms, each once, with their latent_weight().
  void add(std::span<const TermWeight> terms);

  [[nodiscard]] TermDocumentMatrix finish() &&;

 private:
  struct Row {
    std::uint64_t hash = 0;
    std::size_t end = 0;
  };
  void shrink_sample();
  [[nodiscard]] std::vector<std::uint32_t> choose_terms() const;

  MatrixLimits limits_;
  std::uint32_t documents_ = 0;
  std::uint64_t threshold_ = std::numeric_limits<std::uint64_t>::max();
  std::vector<std::uint32_t> document_frequencies_;  ///< by term number
  std::vector<Row> rows_;
  std::vector<TermWeight> weights_;
};

}  // namespace tributary::search
