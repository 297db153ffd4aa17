#include "search/query/query_lexer.h"

#include <optional>

#include "text/utf8.h"

namespace tributary::search {
namespace {

enum class Sign : std::uint8_t { ordinary, blank, quotation_mark, open, close };

Sign sign_of(char32_t c) {
  switch (c) {
    case U'(':
      return Sign::open;
    case U')':
      return Sign::close;
    case U'"':
    case U'“':
    case U'”':
    case U'„':
    case U'‟':
    case U'«':
    case U'»':
      return Sign::quotation_mark;
    case U'\u00A0':  // no-break space
    case U'\u1680':
    case U'\u202F':  // narrow no-break space
    case U'\u205F':
    case U'\u3000':  // ideographic space
    case U'\u2028':
    case U'\u2029':
    case U'\u0085':
    case U'\u007F':
      return Sign::blank;
    default:
      return c <= U' ' || (c >= U'\u2000' && c <= U'\u200B') ? Sign::blank : Sign::ordinary;
  }
}

/// Walks over a text, one character after another.
class Cutter {
 public:
  explicit Cutter(std::string_view text) : text_(text) {}

  Lexemes cut() {
    while (at_ < text_.size()) {
      const auto [sign, length] = look(at_);
      switch (sign) {
        case Sign::blank:
          at_ += length;
          break;
        case Sign::open:
          add(LexemeKind::open, at_ + length);
          break;
        case Sign::close:
          add(LexemeKind::close, at_ + length);
          break;
        case Sign::quotation_mark:
          cut_quotation(length);
          break;
        case Sign::ordinary:
          add(LexemeKind::word, end_of_word());
          break;
      }
    }
    return std::move(lexemes_);
  }

 private:
  struct Look {
    Sign sign;
    std::size_t length_bytes;
  };

  [[nodiscard]] Look look(std::size_t offset) const {
    const auto character = text::character_at(text_, offset);
    return {sign_of(character.code_point), character.length_bytes};
  }

  [[nodiscard]] std::size_t end_of_word() const {
    auto end = at_;
    while (end < text_.size() && look(end).sign == Sign::ordinary) end += look(end).length_bytes;
    return end;
  }

  void add(LexemeKind kind, std::size_t end) {
    add(kind, {at_, end}, text_.substr(at_, end - at_));
  }

  void add(LexemeKind kind, ByteRange where, std::string_view content) {
    auto& list = lexemes_.list;
    const bool is_glued = !list.empty() && list.back().where.end == where.begin;
    list.push_back({.kind = kind, .text = content, .where = where, .is_glued = is_glued});
    at_ = where.end;
  }

  void cut_quotation(std::size_t mark_bytes) {
    const auto begin = at_ + mark_bytes;
    auto end = begin;
    // Looked for once: after a mark that is never closed there is no other mark.
    while (end < text_.size() && look(end).sign != Sign::quotation_mark) {
      end += look(end).length_bytes;
    }
    if (end == text_.size()) {
      lexemes_.misreadings.push_back({{at_, end}, "the quotation mark is never closed"});
      at_ = begin;
      return;
    }
    add(LexemeKind::quoted, {at_, end + look(end).length_bytes}, text_.substr(begin, end - begin));
  }

  std::string_view text_;
  std::size_t at_ = 0;
  Lexemes lexemes_;
};

}  // namespace

Lexemes cut_query(std::string_view text) { return Cutter(text).cut(); }

}  // namespace tributary::search
