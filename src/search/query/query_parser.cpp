#include "search/query/query_parser.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <span>
#include <utility>

#include "search/query/query_builder.h"
#include "search/query/query_echo.h"
#include "search/query/query_field.h"
#include "search/query/query_lexer.h"
#include "text/utf8.h"

namespace tributary::search {
namespace {

constexpr std::size_t kMaximumBytes = 2'000;
constexpr int kMaximumNesting = 32;

bool is_operator_word(const Lexeme& lexeme) {
  return lexeme.kind == LexemeKind::word &&
         (lexeme.text == "AND" || lexeme.text == "OR" || lexeme.text == "NOT");
}

/// Recursive descent over the lexemes. The grammar is in docs/query-grammar.md:
///
///   query  = all { OR all }      all = beside { AND beside }      beside = part { part }
///   part   = [ NOT | - ] ( word | quotation | "(" query ")" | field ":" value )
class Parser {
 public:
  Parser(Lexemes lexemes, const Schema& schema)
      : lexemes_(std::move(lexemes.list)),
        misreadings_(std::move(lexemes.misreadings)),
        reader_(schema, misreadings_),
        joins_(find_operators()) {}

  Result<std::optional<QueryNode>> parse() {
    std::vector<QueryNode> parts;
    while (at_ < lexemes_.size()) {
      if (auto node = TRY(any())) parts.push_back(std::move(*node));
      if (at_ == lexemes_.size()) break;
      misread(lexemes_[at_].where, "this parenthesis closes nothing");
      ++at_;
    }
    if (parts.empty()) return std::nullopt;
    return side_by_side(std::move(parts));
  }

  std::vector<Misreading> take_misreadings() { return std::move(misreadings_); }

 private:
  using Parsed = Result<std::optional<QueryNode>>;

  /// Which of the words AND, OR, NOT have something to join; the others are plain words.
  std::vector<bool> find_operators() {
    std::vector<bool> joins(lexemes_.size());
    for (std::size_t i = 0; i < lexemes_.size(); ++i) {
      if (!is_operator_word(lexemes_[i])) continue;
      const bool is_not = lexemes_[i].text == "NOT";
      const bool has_left =
          is_not || (i > 0 && !joins[i - 1] && lexemes_[i - 1].kind != LexemeKind::open);
      bool has_right = i + 1 < lexemes_.size() && lexemes_[i + 1].kind != LexemeKind::close;
      if (has_right && is_operator_word(lexemes_[i + 1])) has_right = lexemes_[i + 1].text == "NOT";
      joins[i] = has_left && has_right;
      if (joins[i]) continue;
      misread(lexemes_[i].where,
              fmt::format("“{}” joins nothing here and was searched as a word", lexemes_[i].text));
    }
    return joins;
  }

  [[nodiscard]] bool stands(std::string_view sign) const {
    return at_ < lexemes_.size() && joins_[at_] && lexemes_[at_].text == sign;
  }
  [[nodiscard]] bool at_end_of_group() const {
    return at_ == lexemes_.size() || lexemes_[at_].kind == LexemeKind::close;
  }

  void misread(ByteRange where, std::string reason) {
    misreadings_.push_back({where, std::move(reason)});
  }

  Parsed any() {
    std::vector<QueryNode> parts;
    do {
      if (auto part = TRY(all())) parts.push_back(std::move(*part));
    } while (passes("OR"));
    if (parts.empty()) return std::nullopt;
    return joined_by_or(std::move(parts));
  }

  Parsed all() {
    std::vector<QueryNode> parts;
    do {
      if (auto part = TRY(beside())) parts.push_back(std::move(*part));
    } while (passes("AND"));
    if (parts.empty()) return std::nullopt;
    return joined_by_and(std::move(parts));
  }

  Parsed beside() {
    std::vector<QueryNode> parts;
    while (!at_end_of_group() && !stands("OR") && !stands("AND")) {
      if (auto node = TRY(part())) parts.push_back(std::move(*node));
    }
    if (parts.empty()) return std::nullopt;
    return side_by_side(std::move(parts));
  }

  bool passes(std::string_view sign) {
    if (!stands(sign)) return false;
    ++at_;
    return true;
  }

  /// A loop, not a recursion, over signs of negation: a text of nothing but those is harmless.
  Parsed part() {
    bool is_negated = false;
    while (!at_end_of_group()) {
      if (passes("NOT")) {
        is_negated = !is_negated;
        continue;
      }
      auto& lexeme = lexemes_[at_];
      const bool is_minus = lexeme.kind == LexemeKind::word && lexeme.text.starts_with('-');
      if (!is_minus) break;
      lexeme.text.remove_prefix(1);
      ++lexeme.where.begin;
      const bool stood_alone = lexeme.text.empty();
      if (stood_alone) ++at_;
      // A dash between blanks is punctuation.
      const bool touches_next = !stood_alone || (!at_end_of_group() && lexemes_[at_].is_glued);
      if (!touches_next) return std::nullopt;
      is_negated = !is_negated;
    }
    if (at_end_of_group() || stands("OR") || stands("AND")) return std::nullopt;
    auto node = TRY(primary());
    if (!node || !is_negated) return node;
    return negated(std::move(*node));
  }

  Parsed primary() {
    const auto& lexeme = lexemes_[at_];
    if (lexeme.kind == LexemeKind::open) return group();
    if (lexeme.kind == LexemeKind::quoted) {
      ++at_;
      return reader_.quotation(lexeme, field_);
    }
    if (const auto named = reader_.split(lexeme.text)) return with_field(*named);
    ++at_;
    return reader_.word(lexeme.text, lexeme.where, field_);
  }

  Parsed group() {
    const auto opening = lexemes_[at_].where;
    if (++nesting_ > kMaximumNesting) {
      return fail(ErrorCode::too_deep, "a query has at most 32 nested parentheses",
                  fmt::format("byte {}", opening.begin));
    }
    ++at_;
    auto node = TRY(any());
    --nesting_;
    if (at_ == lexemes_.size()) {
      misread(opening, "the parenthesis is never closed");
    } else {
      if (!node) {
        misread({opening.begin, lexemes_[at_].where.end},
                "there is nothing between the parentheses");
      }
      ++at_;
    }
    return node;
  }

  /// `name:` and what belongs to it, which may be the next lexeme.
  Parsed with_field(const FieldReader::Named& named) {
    const auto first = lexemes_[at_++];
    if (named.is_distance) return distance(named, first);
    if (!named.is_known()) return reader_.unknown_field(first);
    const bool has_next = !at_end_of_group() && !joins_[at_];
    if (!named.value.empty()) {
      std::string value(named.value);
      auto where = first.where;
      if (FieldReader::is_comparison(value) && has_next && lexemes_[at_].kind == LexemeKind::word) {
        value += lexemes_[at_].text;
        where.end = lexemes_[at_++].where.end;
      }
      return reader_.value(named.field, value, where);
    }
    if (!has_next) {
      misread(first.where, fmt::format("there is nothing after “{}”", first.text));
      return reader_.word(first.text, first.where, {});
    }
    const auto next = lexemes_[at_];
    if (next.kind == LexemeKind::open) {
      const auto outer = std::exchange(field_, named.field);
      auto node = group();
      field_ = outer;
      return node;
    }
    ++at_;
    if (next.kind == LexemeKind::quoted) return reader_.quotation(next, named.field);
    // `budget: >= 500000`
    auto where = next.where;
    std::string value(next.text);
    const bool goes_on = FieldReader::is_comparison(value) && !at_end_of_group() && !joins_[at_] &&
                         lexemes_[at_].kind == LexemeKind::word;
    if (goes_on) {
      value += lexemes_[at_].text;
      where.end = lexemes_[at_++].where.end;
    }
    return reader_.value(named.field, value, where);
  }

  /// `near:"Marseille" 50km`: understood, and said to be not there yet.
  Parsed distance(const FieldReader::Named& named, const Lexeme& first) {
    auto where = first.where;
    auto place = named.value;
    const bool has_next = !at_end_of_group() && !joins_[at_];
    if (place.empty() && has_next && lexemes_[at_].kind != LexemeKind::open) {
      place = lexemes_[at_].text;
      where.end = lexemes_[at_++].where.end;
    }
    if (const auto length = FieldReader::distance_length(std::span(lexemes_).subspan(at_))) {
      at_ += length;
      where.end = lexemes_[at_ - 1].where.end;
    }
    misread(where, "searching by distance is not available yet; the place was searched as words");
    return reader_.words(place);
  }

  std::vector<Lexeme> lexemes_;
  std::vector<Misreading> misreadings_;
  FieldReader reader_;
  std::vector<bool> joins_;  ///< by lexeme
  std::size_t at_ = 0;
  int nesting_ = 0;
  FieldReader::Field field_;  ///< of the group in `country:(PT OR ES)`
};

}  // namespace

Result<ParsedQuery> parse_query(std::string_view text, const Schema& schema) {
  if (text.size() > kMaximumBytes) {
    return fail(ErrorCode::too_long,
                fmt::format("a query has at most 2,000 bytes, this one has {}", text.size()));
  }
  if (const auto offset = text::first_invalid_utf8(text)) {
    return fail(ErrorCode::not_utf8, "the query is not valid UTF-8",
                fmt::format("byte {}", *offset));
  }
  auto lexemes = cut_query(text);
  const bool is_blank = lexemes.list.empty();
  Parser parser(std::move(lexemes), schema);
  auto root = TRY(parser.parse());

  ParsedQuery parsed;
  parsed.misreadings = parser.take_misreadings();
  if (root) parsed.tree.root = std::move(*root);
  if (!root && !is_blank && parsed.misreadings.empty()) {
    parsed.misreadings.push_back({{0, text.size()}, "there is no word in this"});
  }
  std::ranges::stable_sort(parsed.misreadings, {},
                           [](const Misreading& misreading) { return misreading.where.begin; });
  parsed.echo = echo_of(parsed.tree, schema);
  return parsed;
}

}  // namespace tributary::search
