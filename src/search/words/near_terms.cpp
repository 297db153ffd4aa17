#include "search/words/near_terms.h"

#include <optional>

#include "search/words/edit_rows.h"

namespace tributary::search {
namespace {

constexpr std::size_t kLettersForOneEdit = 4;
constexpr std::size_t kLettersForTwoEdits = 8;

void append_utf8(std::string& to, char32_t letter) {
  const auto code = static_cast<std::uint32_t>(letter);
  const auto continuation = [](std::uint32_t bits) {
    return static_cast<char>(0x80U | (bits & 0x3FU));
  };
  if (code < 0x80) {
    to += static_cast<char>(code);
  } else if (code < 0x800) {
    to += {static_cast<char>(0xC0U | code >> 6), continuation(code)};
  } else if (code < 0x10000) {
    to += {static_cast<char>(0xE0U | code >> 12), continuation(code >> 6), continuation(code)};
  } else {
    to += {static_cast<char>(0xF0U | code >> 18), continuation(code >> 12), continuation(code >> 6),
           continuation(code)};
  }
}

class NearWalk {
 public:
  NearWalk(const FrontCodedTerms& terms, std::string_view word, unsigned edits, WordShape shape)
      : edits_(edits), shape_(shape), rows_(word, edits), cursor_(terms, 0), end_(terms.size()) {
    if (edits < kMaximumEdits || word.empty()) return;
    const auto first_letter = text::character_at(word, 0).length_bytes;
    const auto range = terms.range_of(word.substr(0, first_letter));
    cursor_ = TermCursor(terms, range.first);
    end_ = range.last;
  }

  std::vector<NearRange> run() {
    while (cursor_.number() < end_) {
      if (follow_term()) {
        const auto distance =
            shape_ == WordShape::whole ? rows_.last().distance : rows_.last().least_distance;
        if (distance <= edits_) add({cursor_.number(), cursor_.number() + 1}, distance);
        cursor_.next();
      }
      while (rows_.last().end_bytes > cursor_.kept_bytes()) rows_.pop();
    }
    return std::move(found_);
  }

 private:
  /// Adds rows for the letters of the term at hand; false when the walk left the term before its
  /// end.
  bool follow_term() {
    const auto term = cursor_.term();
    while (rows_.last().end_bytes < term.size()) {
      const auto begin = rows_.last().end_bytes;
      const auto character = text::character_at(term, begin);
      const auto row = rows_.with(character.code_point, begin + character.length_bytes);
      if (shape_ == WordShape::beginning_typed && row.least_distance <= edits_ &&
          row.least_distance <= row.minimum) {
        take_all_below(row);
        return false;
      }
      if (row.minimum > edits_) {
        pass_by(row);
        return false;
      }
      rows_.push(row);
    }
    return true;
  }

  /// No longer beginning is nearer than this one: all that begin so are at its distance.
  void take_all_below(const EditRow& row) {
    const auto first = cursor_.number();
    move_to(after_prefix(cursor_.term().substr(0, row.end_bytes)));
    add({first, std::min(cursor_.number(), end_)}, row.least_distance);
  }

  /// Moves to the next beginning that can be within the limit, given that `dead` is not.
  void pass_by(const EditRow& dead) {
    char32_t letter = dead.letter;
    auto end_bytes = dead.end_bytes;
    while (rows_.last().minimum == edits_) {
      if (const auto next = next_letter_in_reach(letter)) {
        std::string target(cursor_.term().substr(0, rows_.last().end_bytes));
        append_utf8(target, *next);
        return move_to(target);
      }
      if (rows_.letters() == 0) {
        end_ = cursor_.number();
        return;
      }
      letter = rows_.last().letter;
      end_bytes = rows_.last().end_bytes;
      rows_.pop();
    }
    move_to(after_prefix(cursor_.term().substr(0, end_bytes)));
  }

  [[nodiscard]] std::optional<char32_t> next_letter_in_reach(char32_t behind) const {
    std::optional<char32_t> next;
    rows_.each_letter_in_reach([&](char32_t letter) {
      if (letter > behind && (!next || letter < *next)) next = letter;
    });
    return next;
  }

  void move_to(std::string_view target) {
    if (target.empty()) {
      end_ = cursor_.number();
      return;
    }
    const auto before = cursor_.number();
    cursor_.seek(target);
    // Only where bytes are not UTF-8, and have another order than their letters.
    if (cursor_.number() == before) cursor_.next();
  }

  void add(TermRange terms, unsigned distance) {
    if (!found_.empty() && found_.back().terms.last == terms.first &&
        found_.back().distance == distance) {
      found_.back().terms.last = terms.last;
    } else {
      found_.push_back({terms, distance});
    }
  }

  unsigned edits_;
  WordShape shape_;
  EditRows rows_;
  TermCursor cursor_;
  std::size_t end_;
  std::vector<NearRange> found_;
};

}  // namespace

unsigned permitted_edits(std::string_view word) {
  std::size_t letters = 0;
  for (std::size_t offset = 0; offset < word.size(); ++letters) {
    const auto character = text::character_at(word, offset);
    if (character.code_point >= U'0' && character.code_point <= U'9') return 0;
    offset += character.length_bytes;
  }
  return letters >= kLettersForTwoEdits ? 2 : letters >= kLettersForOneEdit ? 1 : 0;
}

std::vector<NearRange> near_ranges(const FrontCodedTerms& terms, std::string_view word,
                                   unsigned edits, WordShape shape) {
  return NearWalk(terms, word, edits, shape).run();
}

}  // namespace tributary::search
