#include "search/similar/latent_file.h"

#include <algorithm>
#include <optional>
#include <thread>

#include "search/similar/document_terms.h"
#include "search/similar/latent_training.h"
#include "search/similar/latent_vectors.h"

namespace tributary::search {
namespace {

/// What is learnt from more documents is hardly better, and costs time in every build.
constexpr MatrixLimits kSample{.distinctive = {},
                               .most_terms = 50'000,
                               .most_documents = 50'000,
                               .most_bytes = std::size_t{48} << 20U};
constexpr unsigned kMostThreads = 4;

bool has_kept_its_size(std::uint32_t trained, std::uint32_t documents) {
  const std::uint64_t before = trained, now = documents;
  return 4 * now >= 3 * before && 4 * now <= 5 * before;
}

/// The space of `before` with the term numbers of `dictionary`; nothing where it does not fit.
std::optional<LatentSpace> kept_space(const Segment& before, const LatentSource& source) {
  const auto* vectors = before.latent_vectors();
  if (vectors == nullptr || vectors->dimensions() != source.schema.latent.dimensions ||
      !has_kept_its_size(vectors->trained_documents(), source.documents)) {
    return std::nullopt;
  }
  LatentSpace space{.dimensions = vectors->dimensions(),
                    .trained_documents = vectors->trained_documents(),
                    .terms = {},
                    .projections = {},
                    .singular_values = {}};
  // Both dictionaries are in the order of bytes, so that the new numbers ascend too.
  const auto known = vectors->terms();
  for (std::size_t place = 0; place < known.size(); ++place) {
    const auto number = source.dictionary.find(before.dictionary().term(known[place]));
    if (!number) continue;
    space.terms.push_back(*number);
    vectors->append_projection(place, space.projections);
  }
  if (10 * space.terms.size() < 9 * known.size()) return std::nullopt;
  return space;
}

Result<LatentSpace> trained_space(const LatentSource& source, DocumentTerms& terms) {
  TermDocumentMatrixBuilder builder(kSample);
  TRY(terms.for_each_document([&](std::span<const TermWeight> of_document) -> Result<> {
    builder.add(of_document);
    return {};
  }));
  const auto matrix = std::move(builder).finish();
  return train_latent_space(
      matrix, {.dimensions = source.schema.latent.dimensions,
               .threads = std::clamp(std::thread::hardware_concurrency(), 1U, kMostThreads)});
}

}  // namespace

bool has_latent_vectors(const Schema& schema, std::uint32_t documents) {
  return schema.latent.dimensions > 0 && documents >= schema.latent.fewest_documents;
}

Result<FileSummary> write_latent_vectors(const LatentSource& source, const Path& path) {
  DocumentTerms terms(source.dictionary, source.schema, source.documents,
                      DocumentTerms::kBlockBytes, source.drop_pages);
  std::optional<LatentSpace> space;
  if (source.before != nullptr) space = kept_space(*source.before, source);
  if (!space) space = TRY(trained_space(source, terms));
  auto writer = TRY(LatentVectorsWriter::create(path, *space));
  TRY(terms.for_each_document(
      [&](std::span<const TermWeight> of_document) { return writer.add(of_document); }));
  return writer.finish();
}

}  // namespace tributary::search
