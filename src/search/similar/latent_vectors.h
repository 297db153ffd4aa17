// search/similar/latent_vectors.h
//
// Where every document and every distinctive term lies in the latent space (latent_training.h), one
// byte a dimension, readable in place; and the cosine between them.
//
//   auto writer = TRY(LatentVectorsWriter::create(path, space));
//   TRY(writer.add(terms));                            // each document, by number
//   const auto summary = TRY(writer.finish());
//
//   const auto vectors = TRY(LatentVectors::open(file));
//   const auto query = vectors.fold_in(terms);
//   const float likeness = vectors.cosine(query, document);
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/result.h"
#include "search/index/section_file.h"
#include "search/similar/latent_training.h"
#include "search/similar/term_weight.h"

namespace tributary::search {

/// A direction, rounded so that its largest component is ±127. `inverse_length` is 1 /
/// ‖components‖, 0 for a text without any distinctive term, whose cosine with everything is 0.
struct LatentVector {
  std::vector<std::int8_t> components;
  float inverse_length = 0;
};

/// Writes the file of one generation, a document at a time. Not thread-safe.
class LatentVectorsWriter {
 public:
  static Result<LatentVectorsWriter> create(const Path& path, const LatentSpace& space);

  /// The next document's terms with their latent_weight(); those that the space lacks are left out.
  Result<> add(std::span<const TermWeight> terms);

  Result<FileSummary> finish();

 private:
  LatentVectorsWriter(SectionFileWriter file, const LatentSpace& space);
  Result<> write_terms();

  SectionFileWriter file_;
  const LatentSpace* space_;
  std::vector<std::uint32_t> place_of_;  ///< by term number
  std::vector<float> inverse_lengths_;   ///< of the documents
  std::vector<float> sum_;
};

/// Immutable; safe from any thread. REQUIRES: the section file outlives it.
class LatentVectors {
 public:
  /// Errors: `corrupt` naming the file where a section is missing or does not fit the others.
  static Result<LatentVectors> open(const SectionFile& file);

  [[nodiscard]] std::uint32_t dimensions() const { return dimensions_; }
  /// How many documents the index had when the words got their places.
  [[nodiscard]] std::uint32_t trained_documents() const { return trained_documents_; }
  /// The dictionary's numbers of the terms that have a place, ascending.
  [[nodiscard]] std::span<const std::uint32_t> terms() const { return terms_; }
  /// Appends LatentSpace::projection() of the term at `place` of terms(), as rounded.
  void append_projection(std::size_t place, std::vector<float>& projections) const;
  [[nodiscard]] std::uint32_t documents() const {
    return static_cast<std::uint32_t>(inverse_lengths_.size());
  }

  /// The vector of any text from its terms: with their latent_weight(), or, for a query, with their
  /// frequencies.
  [[nodiscard]] LatentVector fold_in(std::span<const TermWeight> terms) const;

  [[nodiscard]] LatentVector of_document(std::uint32_t document) const;

  /// −1 … 1. REQUIRES: document < documents().
  [[nodiscard]] float cosine(const LatentVector& text, std::uint32_t document) const;

  /// cosine() of many documents, which are fetched ahead.
  void cosines(const LatentVector& text, std::span<const std::uint32_t> documents,
               std::span<float> results) const;

 private:
  LatentVectors() = default;
  [[nodiscard]] std::span<const std::int8_t> direction(std::uint32_t document) const {
    return document_directions_.subspan(std::size_t{document} * dimensions_, dimensions_);
  }

  std::uint32_t dimensions_ = 0, trained_documents_ = 0;
  std::span<const std::uint32_t> terms_;
  std::span<const std::int8_t> term_directions_;
  std::span<const float> term_lengths_;
  std::span<const std::int8_t> document_directions_;
  std::span<const float> inverse_lengths_;
};

}  // namespace tributary::search
