// search/query/query_field.h
//
// The leaves of a query: what a word, a quotation or a value means by itself or after a field.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "search/query/query_lexer.h"
#include "search/query/query_parser.h"
#include "search/query/query_tree.h"
#include "search/schema.h"

namespace tributary::search {

/// Reads leaves against one schema; what it cannot read it tells and reads as words. Every function
/// returns nothing where there is no word, such as for a lone comma.
class FieldReader {
 public:
  /// What a name stands for; neither where there is no field.
  struct Field {
    const TextField* text = nullptr;
    const Column* column = nullptr;
  };

  /// `name:value` taken apart; the value may be empty.
  struct Named {
    Field field;  ///< neither for a name that the schema lacks
    std::string_view value;
    bool is_distance = false;  ///< `near`

    [[nodiscard]] bool is_known() const { return field.text != nullptr || field.column != nullptr; }
  };

  FieldReader(const Schema& schema, std::vector<Misreading>& misreadings)
      : schema_(schema), misreadings_(misreadings) {}

  /// Nothing when the word is not written as a field with a value: `10:30`, `https://…`,
  /// `Methods:` where the schema has no such field.
  [[nodiscard]] std::optional<Named> split(std::string_view word) const;

  using Leaf = std::optional<QueryNode>;
  Leaf word(std::string_view text, ByteRange where, Field field);
  Leaf quotation(const Lexeme& lexeme, Field field);
  Leaf value(Field field, std::string_view text, ByteRange where);
  Leaf unknown_field(const Lexeme& lexeme);

  /// Plain words beside each other.
  Leaf words(std::string_view text);

  /// Whether `text` is a comparison that waits for its number, as in `budget:>= 500000`.
  static bool is_comparison(std::string_view text);

  /// How many lexemes at the front are a distance: `50km` one, `50 km` two, none 0.
  static std::size_t distance_length(std::span<const Lexeme> lexemes);

 private:
  [[nodiscard]] Field find(std::string_view name) const;
  Leaf text_leaf(std::string_view text, ByteRange where, const TextField* field);
  Leaf range(const Column& column, std::string_view text, ByteRange where);
  void misread(ByteRange where, std::string reason) {
    misreadings_.push_back({where, std::move(reason)});
  }

  const Schema& schema_;
  std::vector<Misreading>& misreadings_;
};

}  // namespace tributary::search
