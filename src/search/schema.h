// search/schema.h
//
// What an index holds, said as data: the engine knows of fields and columns, never of projects.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/analyzer.h"

namespace tributary::search {

/// A field of words, ranked by BM25F together with the others.
struct TextField {
  std::string name;                    ///< as in `name:word`
  float weight = 1.0F;                 ///< w_f; 0: found by its name only, never ranked with others
  float length_normalisation = 0.75F;  ///< b_f, 0..1
  std::string label = {};              ///< for people, e.g. "title"; empty: the name
  bool has_own_lists = false;  ///< `name:word` is as fast as `word`, for one more posting a word; a
                               ///< field of weight 0 always has them
  bool is_topical = true;  ///< its words say what a document is about, and count in similarity. A
                           ///< ranked field that is not has lists of its own
};

/// Whether the field has posting lists of its own in the index.
[[nodiscard]] inline bool has_own_lists(const TextField& field) {
  return field.has_own_lists || field.weight == 0.0F;
}

enum class ColumnKind : std::uint8_t {
  labels,   ///< any number of strings a document: facets, filters
  integer,  ///< at most one 64-bit integer a document: ranges, histograms, sort
  text,     ///< at most one string a document: sort only
};

/// How a person writes the values of an integer column in a query.
enum class IntegerMeaning : std::uint8_t {
  number,       ///< `partners:>=5`
  date,         ///< days since 1970-01-01: `start:2015` means every day of that year
  money_cents,  ///< `budget:>=500000` is in euro, the column in cents
};

/// A value beside the text. A document may lack it: that is "unknown", never zero.
struct Column {
  std::string name;  ///< as in `name:value`
  ColumnKind kind = ColumnKind::labels;
  IntegerMeaning meaning = IntegerMeaning::number;  ///< of an integer column
  std::string label = {};                           ///< for people; empty: the name
};

/// Another word for a field or column in the query grammar, e.g. `org` for `organisation`.
struct FieldAlias {
  std::string alias;
  std::string name;
};

/// Latent vectors (docs/similar.md).
struct LatentOptions {
  std::uint32_t dimensions = 200;          ///< 0: the index has none
  std::uint32_t fewest_documents = 1'000;  ///< with fewer there is too little to learn from
};

/// Names are unique over text fields, columns and aliases: lower case ASCII letters, digits and
/// `_`. At most 32 text fields and 1,000 columns.
struct Schema {
  std::vector<TextField> text_fields;
  std::vector<Column> columns;
  std::vector<FieldAlias> aliases;
  float k1 = 1.2F;  ///< saturation of BM25F
  LatentOptions latent;
  text::AnalyzerOptions analysis;
};

}  // namespace tributary::search
