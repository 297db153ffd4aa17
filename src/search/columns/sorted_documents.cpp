#include "search/columns/sorted_documents.h"

#include <algorithm>
#include <numeric>

namespace tributary::search {
namespace {

/// As many keys as are worth an array of counters: a pass over them costs no more than one over the
/// documents.
bool are_dense(std::uint64_t greatest, std::size_t documents) {
  return greatest < 2 * documents + UINT16_MAX;
}

template <class Key>
void sort_counted(std::vector<std::uint32_t>& documents, std::span<const Key> keys,
                  std::uint64_t greatest) {
  std::vector<std::uint32_t> place(greatest + 2);
  for (const auto document : documents) ++place[keys[document] + 1];
  std::partial_sum(place.begin(), place.end(), place.begin());
  std::vector<std::uint32_t> sorted(documents.size());
  for (const auto document : documents) sorted[place[keys[document]]++] = document;
  documents = std::move(sorted);
}

template <class Key>
std::vector<std::uint32_t> sorted_by(std::span<const Key> keys,
                                     std::vector<std::uint32_t> with_value,
                                     std::span<const std::uint32_t> without_value) {
  std::uint64_t greatest = 0;
  for (const auto document : with_value) {
    greatest = std::max<std::uint64_t>(greatest, keys[document]);
  }
  if (are_dense(greatest, keys.size())) {
    sort_counted(with_value, keys, greatest);
  } else {
    std::ranges::stable_sort(with_value, {}, [&](auto document) { return keys[document]; });
  }
  with_value.insert(with_value.end(), without_value.begin(), without_value.end());
  return with_value;
}

}  // namespace

std::vector<std::uint32_t> sorted_by_key(std::span<const std::uint64_t> keys,
                                         std::vector<std::uint32_t> with_value,
                                         std::span<const std::uint32_t> without_value) {
  return sorted_by(keys, std::move(with_value), without_value);
}

std::vector<std::uint32_t> sorted_by_key(std::span<const std::uint32_t> keys,
                                         std::vector<std::uint32_t> with_value,
                                         std::span<const std::uint32_t> without_value) {
  return sorted_by(keys, std::move(with_value), without_value);
}

Result<SortedDocuments> SortedDocuments::open(const SectionFile& file, std::uint32_t number,
                                              std::uint32_t documents, std::uint32_t with_value) {
  if (with_value > documents) {
    return file.broken("the order of a column does not fit the documents");
  }
  return SortedDocuments(
      TRY(PackedDocuments::open(file, SectionTag::sorted_documents, number, documents, documents)),
      with_value);
}

}  // namespace tributary::search
