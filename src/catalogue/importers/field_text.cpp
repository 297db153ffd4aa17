#include "catalogue/importers/field_text.h"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cstdint>
#include <cstring>
#include <optional>

#include "catalogue/formats/double_encoding.h"

namespace tributary::catalogue {
namespace {

constexpr std::string_view kNoBreakSpace = "\xC2\xA0";

constexpr bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\v' || c == '\f';
}

/// What the quick look at a cell found.
enum Trait : std::uint8_t {
  kBeyondAscii = 1,
  kEntity = 2,   ///< an ampersand
  kControl = 4,  ///< control characters but line feed and blank
  kLineFeed = 8,
  kDoubleBlank = 16,
};

constexpr bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < 0x20 && byte != '\n') || byte == 0x7F;
}

/// Looks at sixteen characters at a time.
class QuickLook {
 public:
  using Characters [[gnu::vector_size(16)]] = std::uint8_t;

  /// `before`: the characters one place further left.
  void take(Characters characters, Characters before) {
    const auto line_feeds = mask(characters == '\n');
    beyond_ascii_ |= characters & 0x80;
    entities_ |= mask(characters == '&');
    controls_ |= (mask(characters < 0x20) & ~line_feeds) | mask(characters == 0x7F);
    line_feeds_ |= line_feeds;
    double_blanks_ |= mask(characters == ' ') & mask(before == ' ');
  }

  [[nodiscard]] int traits() const {
    return (any(beyond_ascii_) ? kBeyondAscii : 0) | (any(entities_) ? kEntity : 0) |
           (any(controls_) ? kControl : 0) | (any(line_feeds_) ? kLineFeed : 0) |
           (any(double_blanks_) ? kDoubleBlank : 0);
  }

 private:
  using Signed [[gnu::vector_size(16)]] = std::int8_t;

  static Characters mask(Signed comparison) { return std::bit_cast<Characters>(comparison); }

  static bool any(Characters characters) {
    const auto halves = std::bit_cast<std::array<std::uint64_t, 2>>(characters);
    return (halves[0] | halves[1]) != 0;
  }

  Characters beyond_ascii_{}, entities_{}, controls_{}, line_feeds_{}, double_blanks_{};
};

/// REQUIRES: text does not begin with a blank.
int traits_of(std::string_view text) {
  constexpr std::size_t kAtOnce = sizeof(QuickLook::Characters);
  const auto characters_at = [](const char* at) {
    QuickLook::Characters characters;
    std::memcpy(&characters, at, sizeof characters);
    return characters;
  };
  QuickLook look;
  // The first characters and the last, which are fewer than there is room for, are looked at in a
  // place of their own, among letters.
  std::array<char, 1 + kAtOnce> apart;
  const auto take_apart = [&](std::string_view few, char before) {
    apart.fill('x');
    apart[0] = before;
    std::ranges::copy(few, apart.begin() + 1);
    look.take(characters_at(&apart[1]), characters_at(apart.data()));
  };
  take_apart(text.substr(0, kAtOnce), 'x');
  std::size_t at = kAtOnce;
  for (; at + kAtOnce <= text.size(); at += kAtOnce) {
    look.take(characters_at(text.data() + at), characters_at(text.data() + at - 1));
  }
  if (at < text.size()) take_apart(text.substr(at), text[at - 1]);
  return look.traits();
}

void append_code_point(std::string& to, std::uint32_t point) {
  const auto put = [&to](std::uint32_t byte) { to.push_back(static_cast<char>(byte)); };
  if (point < 0x80) return put(point);
  if (point < 0x800) {
    put(0xC0 | point >> 6);
  } else if (point < 0x10000) {
    put(0xE0 | point >> 12);
    put(0x80 | (point >> 6 & 0x3F));
  } else {
    put(0xF0 | point >> 18);
    put(0x80 | (point >> 12 & 0x3F));
    put(0x80 | (point >> 6 & 0x3F));
  }
  put(0x80 | (point & 0x3F));
}

/// The character that `name`, what stands between '&' and ';', names.
std::optional<std::uint32_t> entity_named(std::string_view name) {
  struct Named {
    std::string_view name;
    std::uint32_t point;
  };
  constexpr Named kNamed[] = {{"amp", '&'},  {"lt", '<'},    {"gt", '>'},
                              {"quot", '"'}, {"apos", '\''}, {"nbsp", 0xA0}};
  for (const auto& [known, point] : kNamed) {
    if (name == known) return point;
  }
  if (!name.starts_with('#')) return std::nullopt;
  name.remove_prefix(1);
  const bool is_hexadecimal = name.starts_with('x') || name.starts_with('X');
  if (is_hexadecimal) name.remove_prefix(1);
  std::uint32_t point = 0;
  const auto* end = name.data() + name.size();
  const auto [stop, error] = std::from_chars(name.data(), end, point, is_hexadecimal ? 16 : 10);
  const bool is_character = point >= 0x20 && point < 0x110000 && (point < 0xD800 || point > 0xDFFF);
  if (name.empty() || error != std::errc{} || stop != end || !is_character) return std::nullopt;
  return point;
}

/// Whether some character from U+00C2 to U+00F4, which is what the first byte of a UTF-8 sequence
/// looks like in windows-1252, is followed by one that a further byte looks like. Rules out nearly
/// every right text without a copy.
bool may_be_encoded_twice(std::string_view text) {
  for (auto at = text.find('\xC3'); at != std::string_view::npos && at + 2 < text.size();
       at = text.find('\xC3', at + 1)) {
    const auto character = static_cast<unsigned char>(text[at + 1]);
    const auto next = static_cast<unsigned char>(text[at + 2]);
    const bool is_lead = character >= 0x82 && character <= 0xB4;
    const bool is_further =
        next == 0xC2 || next == 0xC5 || next == 0xC6 || next == 0xCB || next == 0xE2;
    if (is_lead && is_further) return true;
  }
  return false;
}

std::string decode_entities(std::string_view text) {
  constexpr std::size_t kLongestName = 8;
  std::string decoded;
  decoded.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '&') {
      const auto end = text.substr(at + 1, kLongestName + 1).find(';');
      if (end != std::string_view::npos) {
        if (const auto point = entity_named(text.substr(at + 1, end))) {
          append_code_point(decoded, *point);
          at += end + 1;
          continue;
        }
      }
    }
    decoded.push_back(text[at]);
  }
  return decoded;
}

/// `"a ""b"" c"` as a cell that was escaped once more than it was read.
bool is_quoted_again(std::string_view text) {
  if (text.size() < 2 || text.front() != '"' || text.back() != '"') return false;
  const auto inner = text.substr(1, text.size() - 2);
  std::size_t marks = 0;
  for (std::size_t at = 0; at < inner.size(); ++at) {
    if (inner[at] != '"') continue;
    if (at + 1 == inner.size() || inner[at + 1] != '"') return false;
    ++at;
    ++marks;
  }
  return marks > 0;
}

std::string unquoted(std::string_view text) {
  std::string inner;
  for (std::size_t at = 1; at + 1 < text.size(); ++at) {
    inner.push_back(text[at]);
    if (text[at] == '"') ++at;
  }
  return inner;
}

std::string one_line(std::string_view text) {
  std::string line;
  line.reserve(text.size());
  for (const char c : text) {
    if (is_space(c)) {
      if (!line.empty() && line.back() != ' ') line.push_back(' ');
    } else if (!is_control(c)) {
      line.push_back(c);
    }
  }
  return line;
}

std::string kept_lines(std::string_view text) {
  std::string kept;
  kept.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '\r') {
      if (at + 1 == text.size() || text[at + 1] != '\n') kept.push_back('\n');
    } else if (c == '\t') {
      kept.push_back(' ');
    } else if (!is_control(c)) {
      kept.push_back(c);
    }
  }
  return kept;
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  for (;;) {
    if (!text.empty() && is_space(text.front())) {
      text.remove_prefix(1);
    } else if (text.starts_with(kNoBreakSpace)) {
      text.remove_prefix(kNoBreakSpace.size());
    } else {
      break;
    }
  }
  for (;;) {
    if (!text.empty() && is_space(text.back())) {
      text.remove_suffix(1);
    } else if (text.ends_with(kNoBreakSpace)) {
      text.remove_suffix(kNoBreakSpace.size());
    } else {
      return text;
    }
  }
}

std::string_view clean_text(std::string_view cell, Lines lines, std::string& scratch) {
  auto text = trimmed(cell);
  const bool quoted_again = is_quoted_again(text);
  const auto traits = traits_of(text);
  if (traits == 0 && !quoted_again) return text;

  std::string changed;
  const auto keep = [&](std::string now) {
    changed = std::move(now);
    text = changed;
  };
  if ((traits & kBeyondAscii) != 0 && may_be_encoded_twice(text)) {
    std::string repaired(text);
    if (repair_double_encoding(repaired)) keep(std::move(repaired));
  }
  if (quoted_again) keep(unquoted(text));
  if ((traits & kEntity) != 0) keep(decode_entities(text));
  const int unwanted = lines == Lines::one ? kControl | kLineFeed | kDoubleBlank : kControl;
  if ((traits & unwanted) != 0) keep(lines == Lines::one ? one_line(text) : kept_lines(text));
  if (changed.empty()) return text;
  const auto ends = trimmed(text);
  scratch.assign(ends);
  return scratch;
}

std::string folded_name(std::string_view text) {
  std::string folded;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c >= 'A' && c <= 'Z') {
      folded.push_back(static_cast<char>(c - 'A' + 'a'));
    } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || byte >= 0x80) {
      folded.push_back(c);
    }
  }
  return folded;
}

bool is_blank(std::string_view cell) {
  cell = trimmed(cell);
  if (cell.empty()) return true;
  if (cell.size() > 4) return false;
  constexpr std::string_view kBlank[] = {"na", "n/a", "-", "--", "null", "none", "nan"};
  return std::ranges::any_of(kBlank, [cell](std::string_view blank) {
    return std::ranges::equal(cell, blank, {}, [](char c) {
      return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
  });
}

}  // namespace tributary::catalogue
