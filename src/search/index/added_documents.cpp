#include "search/index/added_documents.h"

#include <algorithm>
#include <numeric>

#include "search/postings/posting_list.h"

namespace tributary::search {

void AddedDocuments::add(std::string_view id) {
  forget(id);
  id_bytes_ += id;
  id_ends_.push_back(id_bytes_.size());
  replaced_.push_back(false);
  newest_.insert(count() - 1);
}

void AddedDocuments::forget(std::string_view id) {
  const auto earlier = newest_.find(id);
  if (earlier == newest_.end()) return;
  replaced_[*earlier] = true;
  newest_.erase(earlier);
}

void AddedDocuments::close() {
  newest_.clear();
  newest_.rehash(0);
}

std::string_view AddedDocuments::id(std::uint32_t document) const {
  const auto begin = document == 0 ? 0 : id_ends_[document - 1];
  return std::string_view(id_bytes_).substr(begin, id_ends_[document] - begin);
}

std::vector<std::uint32_t> AddedDocuments::kept() const {
  std::vector<std::uint32_t> kept;
  for (std::uint32_t document = 0; document < count(); ++document) {
    if (!replaced_[document]) kept.push_back(document);
  }
  return kept;
}

std::vector<std::uint32_t> AddedDocuments::new_numbers(std::span<const std::uint32_t> kept) const {
  std::vector<std::uint32_t> numbers(count(), kNoDocument);
  for (std::uint32_t number = 0; number < kept.size(); ++number) numbers[kept[number]] = number;
  return numbers;
}

std::vector<std::uint32_t> AddedDocuments::by_id(std::span<const std::uint32_t> kept) const {
  std::vector<std::uint32_t> order(kept.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::sort(order, {}, [&](std::uint32_t number) { return id(kept[number]); });
  return order;
}

}  // namespace tributary::search
