// search/similar/latent_file.h
//
// The latent vectors of a new generation, from the lists that it has just written.
#pragma once

#include <cstdint>
#include <functional>

#include "base/file.h"
#include "base/result.h"
#include "search/index/segment.h"

namespace tributary::search {

struct LatentSource {
  const Dictionary& dictionary;  ///< of the new generation
  const Schema& schema;
  std::uint32_t documents = 0;
  const Segment* before = nullptr;        ///< whose space is kept where it still fits; none: train
  std::function<void()> drop_pages = {};  ///< as for DocumentTerms
};

/// Whether a catalogue is large enough to learn from which words keep company.
bool has_latent_vectors(const Schema& schema, std::uint32_t documents);

/// Trains on a sample, unless the space of the generation before fits: then the number of documents
/// has changed by a quarter at most since that was trained, and nine tenths of its words are still
/// there. Memory: about 200 MiB at most, whatever the number of documents.
Result<FileSummary> write_latent_vectors(const LatentSource& source, const Path& path);

}  // namespace tributary::search
