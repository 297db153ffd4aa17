#include "search/similar/term_document_matrix.h"

#include <algorithm>
#include <cmath>

namespace tributary::search {
namespace {

/// SplitMix64 (Steele, Lea and Flood 2014): neighbouring numbers get unrelated hashes.
std::uint64_t hash_of(std::uint64_t number) {
  number += 0x9E3779B97F4A7C15U;
  number = (number ^ (number >> 30U)) * 0xBF58476D1CE4E5B9U;
  number = (number ^ (number >> 27U)) * 0x94D049BB133111EBU;
  return number ^ (number >> 31U);
}

constexpr std::uint32_t kNoColumn = std::numeric_limits<std::uint32_t>::max();

}  // namespace

float inverse_frequency(std::uint32_t document_frequency, std::uint32_t documents) {
  const double n = documents, df = document_frequency;
  return static_cast<float>(std::log(1.0 + (n - df + 0.5) / (df + 0.5)));
}

float latent_factor(std::uint32_t document_frequency, std::uint32_t documents) {
  return std::pow(inverse_frequency(document_frequency, documents), 1.5F);
}

void TermDocumentMatrixBuilder::add(std::span<const TermWeight> terms) {
  const auto hash = hash_of(documents_++);
  for (const auto& [term, weight] : terms) {
    if (term >= document_frequencies_.size()) document_frequencies_.resize(term + 1);
    ++document_frequencies_[term];
  }
  if (hash > threshold_) return;
  weights_.insert(weights_.end(), terms.begin(), terms.end());
  rows_.push_back({.hash = hash, .end = weights_.size()});
  while (rows_.size() > limits_.most_documents ||
         (weights_.size() * sizeof(TermWeight) > limits_.most_bytes && rows_.size() > 1)) {
    shrink_sample();
  }
}

void TermDocumentMatrixBuilder::shrink_sample() {
  threshold_ -= threshold_ / 8;
  std::size_t kept_rows = 0, kept_weights = 0, begin = 0;
  for (const auto& row : rows_) {
    if (row.hash <= threshold_) {
      std::move(weights_.begin() + static_cast<std::ptrdiff_t>(begin),
                weights_.begin() + static_cast<std::ptrdiff_t>(row.end),
                weights_.begin() + static_cast<std::ptrdiff_t>(kept_weights));
      kept_weights += row.end - begin;
      begin = row.end;
      rows_[kept_rows++] = {.hash = row.hash, .end = kept_weights};
    } else {
      begin = row.end;
    }
  }
  rows_.resize(kept_rows);
  weights_.resize(kept_weights);
}

std::vector<std::uint32_t> TermDocumentMatrixBuilder::choose_terms() const {
  // A term that is too rare in the sample has no place in the space, however frequent elsewhere.
  std::vector<std::uint32_t> in_sample(document_frequencies_.size());
  for (const auto& [term, weight] : weights_) ++in_sample[term];
  std::vector<std::uint32_t> chosen;
  for (std::uint32_t term = 0; term < document_frequencies_.size(); ++term) {
    if (in_sample[term] >= limits_.distinctive.fewest_documents &&
        limits_.distinctive.hold(document_frequencies_[term], documents_)) {
      chosen.push_back(term);
    }
  }
  if (chosen.size() > limits_.most_terms) {
    std::ranges::stable_sort(chosen, std::greater{},
                             [&](std::uint32_t term) { return document_frequencies_[term]; });
    chosen.resize(limits_.most_terms);
    std::ranges::sort(chosen);
  }
  return chosen;
}

TermDocumentMatrix TermDocumentMatrixBuilder::finish() && {
  TermDocumentMatrix matrix;
  matrix.documents = documents_;
  matrix.terms = choose_terms();
  std::vector<std::uint32_t> column_of(document_frequencies_.size(), kNoColumn);
  for (std::uint32_t column = 0; column < matrix.terms.size(); ++column) {
    const auto term = matrix.terms[column];
    column_of[term] = column;
    matrix.factors.push_back(latent_factor(document_frequencies_[term], documents_));
  }
  matrix.entries.reserve(static_cast<std::size_t>(std::ranges::count_if(
      weights_, [&](const auto& weight) { return column_of[weight.term] != kNoColumn; })));
  const auto weights = std::move(weights_);  // given back at the end, before anybody trains
  std::size_t begin = 0;
  for (const auto& row : rows_) {
    for (; begin < row.end; ++begin) {
      const auto [term, weight] = weights[begin];
      const auto column = column_of[term];
      if (column == kNoColumn) continue;
      matrix.entries.push_back({.column = column, .weight = weight * matrix.factors[column]});
    }
    matrix.row_ends.push_back(matrix.entries.size());
  }
  return matrix;
}

}  // namespace tributary::search
