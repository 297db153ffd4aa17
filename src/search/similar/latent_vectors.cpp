// The file, of kind `latent_vectors`; N documents, T terms, D dimensions:
//
//   latent_shape                 u32 × 4: D, T, N, and what N was when the space was trained
//   latent_terms                 u32 × T: numbers of the dictionary, ascending
//   latent_term_directions       i8 × T × D, each term's largest component ±127
//   latent_term_lengths          f32 × T: what its components are to be multiplied by
//   latent_document_directions   i8 × N × D, each document's largest component ±127, or all zero
//   latent_inverse_lengths       f32 × N: 1 / ‖components‖, or zero
//
// That is D + 4 bytes a document and D + 8 a term. Rounding to a byte moves a cosine by about
// 0.001, which is far less than what the space itself leaves out.
#include "search/similar/latent_vectors.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "search/kernels/kernels.h"

namespace tributary::search {
namespace {

constexpr std::uint32_t kNoPlace = 0xFFFFFFFF;
constexpr float kLargestComponent = 127.0F;
/// Vectors that are asked of memory ahead of the one in work.
constexpr std::size_t kFetchedAhead = 12;
constexpr std::size_t kCacheLineBytes = 64;

/// Writes the direction of `values` to `components`; returns the value of one step, 0 for no
/// direction.
float round_to_bytes(std::span<const float> values, std::span<std::int8_t> components) {
  float largest = 0;
  for (const auto value : values) largest = std::max(largest, std::abs(value));
  const float factor = largest > 0 ? kLargestComponent / largest : 0.0F;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const float value = values[i] * factor;  // rounded as the compiler can for many at once
    components[i] = static_cast<std::int8_t>(value + std::copysign(0.5F, value));
  }
  return largest / kLargestComponent;
}

float inverse_length_of(std::span<const std::int8_t> components) {
  const auto square =
      kernels().dot_product(components.data(), components.data(), components.size());
  return square > 0 ? 1.0F / std::sqrt(static_cast<float>(square)) : 0.0F;
}

LatentVector vector_from(std::span<const float> values) {
  LatentVector vector;
  vector.components.resize(values.size());
  round_to_bytes(values, vector.components);
  vector.inverse_length = inverse_length_of(vector.components);
  return vector;
}

}  // namespace

LatentVectorsWriter::LatentVectorsWriter(SectionFileWriter file, const LatentSpace& space)
    : file_(std::move(file)), space_(&space), sum_(space.dimensions) {
  if (!space.terms.empty()) place_of_.assign(space.terms.back() + std::size_t{1}, kNoPlace);
  for (std::uint32_t place = 0; place < space.terms.size(); ++place) {
    place_of_[space.terms[place]] = place;
  }
}

Result<LatentVectorsWriter> LatentVectorsWriter::create(const Path& path,
                                                        const LatentSpace& space) {
  LatentVectorsWriter writer(TRY(SectionFileWriter::create(path, FileKind::latent_vectors)), space);
  TRY(writer.write_terms());
  TRY(writer.file_.begin_section(SectionTag::latent_document_directions));
  return writer;
}

Result<> LatentVectorsWriter::write_terms() {
  TRY(file_.section(SectionTag::latent_terms, 0, std::span<const std::uint32_t>(space_->terms)));
  std::vector<float> lengths;
  std::vector<std::int8_t> components(space_->dimensions);
  TRY(file_.begin_section(SectionTag::latent_term_directions));
  for (std::size_t place = 0; place < space_->terms.size(); ++place) {
    lengths.push_back(round_to_bytes(space_->projection(place), components));
    TRY(file_.append(std::as_bytes(std::span(components))));
  }
  return file_.section(SectionTag::latent_term_lengths, 0, std::span<const float>(lengths));
}

Result<> LatentVectorsWriter::add(std::span<const TermWeight> terms) {
  std::ranges::fill(sum_, 0.0F);
  for (const auto& [term, weight] : terms) {
    if (term >= place_of_.size() || place_of_[term] == kNoPlace) continue;
    const auto projection = space_->projection(place_of_[term]);
    for (std::size_t i = 0; i < sum_.size(); ++i) sum_[i] += weight * projection[i];
  }
  const auto vector = vector_from(sum_);
  inverse_lengths_.push_back(vector.inverse_length);
  return file_.append(std::as_bytes(std::span(vector.components)));
}

Result<FileSummary> LatentVectorsWriter::finish() {
  TRY(file_.section(SectionTag::latent_inverse_lengths, 0,
                    std::span<const float>(inverse_lengths_)));
  const std::array shape{space_->dimensions, static_cast<std::uint32_t>(space_->terms.size()),
                         static_cast<std::uint32_t>(inverse_lengths_.size()),
                         space_->trained_documents};
  TRY(file_.section(SectionTag::latent_shape, 0, std::span<const std::uint32_t>(shape)));
  return file_.finish();
}

Result<LatentVectors> LatentVectors::open(const SectionFile& file) {
  LatentVectors vectors;
  const auto shape = TRY(file.array<std::uint32_t>(SectionTag::latent_shape));
  vectors.terms_ = TRY(file.array<std::uint32_t>(SectionTag::latent_terms));
  vectors.term_directions_ = TRY(file.array<std::int8_t>(SectionTag::latent_term_directions));
  vectors.term_lengths_ = TRY(file.array<float>(SectionTag::latent_term_lengths));
  vectors.document_directions_ =
      TRY(file.array<std::int8_t>(SectionTag::latent_document_directions));
  vectors.inverse_lengths_ = TRY(file.array<float>(SectionTag::latent_inverse_lengths));
  if (shape.size() != 4) return file.broken("the shape of the latent vectors is not as written");
  const std::uint64_t dimensions = shape[0], terms = shape[1], documents = shape[2];
  if (vectors.terms_.size() != terms || vectors.term_lengths_.size() != terms ||
      vectors.term_directions_.size() != terms * dimensions ||
      vectors.inverse_lengths_.size() != documents ||
      vectors.document_directions_.size() != documents * dimensions) {
    return file.broken("the latent vectors do not fit their shape");
  }
  if (std::ranges::adjacent_find(vectors.terms_, std::greater_equal{}) != vectors.terms_.end()) {
    return file.broken("the terms of the latent vectors are out of order");
  }
  vectors.dimensions_ = shape[0];
  vectors.trained_documents_ = shape[3];
  return vectors;
}

LatentVector LatentVectors::fold_in(std::span<const TermWeight> terms) const {
  std::vector<float> sum(dimensions_);
  for (const auto& [term, weight] : terms) {
    const auto found = std::ranges::lower_bound(terms_, term);
    if (found == terms_.end() || *found != term) continue;
    const auto place = static_cast<std::size_t>(found - terms_.begin());
    const auto own = term_directions_.subspan(place * dimensions_, dimensions_);
    const float factor = weight * term_lengths_[place];
    for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += factor * static_cast<float>(own[i]);
  }
  return vector_from(sum);
}

void LatentVectors::append_projection(std::size_t place, std::vector<float>& projections) const {
  for (const auto component : term_directions_.subspan(place * dimensions_, dimensions_)) {
    projections.push_back(static_cast<float>(component) * term_lengths_[place]);
  }
}

LatentVector LatentVectors::of_document(std::uint32_t document) const {
  const auto own = direction(document);
  return {.components = {own.begin(), own.end()}, .inverse_length = inverse_lengths_[document]};
}

float LatentVectors::cosine(const LatentVector& text, std::uint32_t document) const {
  const auto product = kernels().dot_product(text.components.data(), direction(document).data(),
                                             text.components.size());
  return static_cast<float>(product) * text.inverse_length * inverse_lengths_[document];
}

void LatentVectors::cosines(const LatentVector& text, std::span<const std::uint32_t> documents,
                            std::span<float> results) const {
  const auto fetch = [&](std::uint32_t document) {
    const auto own = direction(document);
    for (std::size_t i = 0; i < own.size(); i += kCacheLineBytes) __builtin_prefetch(&own[i]);
    __builtin_prefetch(&inverse_lengths_[document]);
  };
  for (std::size_t i = 0; i < std::min(kFetchedAhead, documents.size()); ++i) fetch(documents[i]);
  for (std::size_t i = 0; i < documents.size(); ++i) {
    if (i + kFetchedAhead < documents.size()) fetch(documents[i + kFetchedAhead]);
    results[i] = cosine(text, documents[i]);
  }
}

}  // namespace tributary::search
