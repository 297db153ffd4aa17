// search/index/added_documents.h
//
// The documents that a writer was given: their ids, and which of them a later one with the same id
// replaced.
#pragma once

#include <boost/functional/hash.hpp>
#include <boost/unordered/unordered_flat_set.hpp>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tributary::search {

/// Numbers documents as they come, from 0. Not thread-safe.
class AddedDocuments {
 public:
  AddedDocuments() = default;
  AddedDocuments(const AddedDocuments&) = delete;  // the set of the newest points here
  AddedDocuments& operator=(const AddedDocuments&) = delete;

  /// The next document; one that was added with this id is replaced.
  void add(std::string_view id);
  /// A document that was added with this id counts as replaced.
  void forget(std::string_view id);
  /// Nothing is added or forgotten any more: frees what only that needs.
  void close();

  [[nodiscard]] std::uint32_t count() const { return static_cast<std::uint32_t>(id_ends_.size()); }
  [[nodiscard]] std::string_view id(std::uint32_t document) const;
  /// By document.
  [[nodiscard]] const std::vector<bool>& replaced() const { return replaced_; }

  /// Documents that were not replaced, ascending.
  [[nodiscard]] std::vector<std::uint32_t> kept() const;
  /// By document, its place in `kept`; kNoDocument where it has none.
  [[nodiscard]] std::vector<std::uint32_t> new_numbers(std::span<const std::uint32_t> kept) const;
  /// Places in `kept` in the order of the ids.
  [[nodiscard]] std::vector<std::uint32_t> by_id(std::span<const std::uint32_t> kept) const;

 private:
  /// Finds a document by its id without a copy of the id.
  struct IdHash {
    using is_transparent = void;
    const AddedDocuments* all;
    std::size_t operator()(std::string_view id) const {
      return boost::hash<std::string_view>()(id);
    }
    std::size_t operator()(std::uint32_t document) const { return (*this)(all->id(document)); }
  };
  struct IdEqual {
    using is_transparent = void;
    const AddedDocuments* all;
    bool operator()(std::uint32_t one, std::uint32_t other) const { return one == other; }
    bool operator()(std::string_view id, std::uint32_t document) const {
      return id == all->id(document);
    }
    bool operator()(std::uint32_t document, std::string_view id) const {
      return id == all->id(document);
    }
  };

  std::string id_bytes_;                ///< one id after another
  std::vector<std::uint64_t> id_ends_;  ///< by document
  boost::unordered_flat_set<std::uint32_t, IdHash, IdEqual> newest_{
      0, IdHash{.all = this}, IdEqual{.all = this}};  ///< the last document of each id
  std::vector<bool> replaced_;
};

}  // namespace tributary::search
