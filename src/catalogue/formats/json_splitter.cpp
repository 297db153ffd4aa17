#include "catalogue/formats/json_splitter.h"

#include <algorithm>
#include <utility>

namespace tributary::catalogue {
namespace {

constexpr std::size_t kJsonReadBytes = 256 * 1024;

struct ObjectScan {
  enum class Outcome : std::uint8_t { object, unfinished, broken };
  Outcome outcome = Outcome::unfinished;
  std::size_t size_bytes = 0;
};

/// The object at the start of `text`. REQUIRES: text starts with '{'.
ObjectScan scan_object(std::string_view text) {
  using enum ObjectScan::Outcome;
  std::size_t depth = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    switch (text[at]) {
      case '{':
      case '[':
        ++depth;
        break;
      case '}':
      case ']':
        if (--depth == 0) return {.outcome = object, .size_bytes = at + 1};
        break;
      case '"':
        for (++at; at < text.size() && text[at] != '"'; ++at) {
          if (text[at] == '\n') return {.outcome = broken, .size_bytes = at};
          if (text[at] == '\\') ++at;
        }
        break;
      default:
        break;
    }
  }
  return {};
}

bool is_blank(char byte) { return byte == ' ' || byte == '\t' || byte == '\r'; }

}  // namespace

Result<TableReader::Step> JsonSplitter::next(Object& object, DamagedRow& damaged) {
  consume(std::exchange(given_out_bytes_, 0));
  if (!TRY(skip_separators())) return TableReader::Step::end;
  if (window_.view().front() != '{') {
    TRY(drop("this is no JSON object", damaged));
    return TableReader::Step::damaged;
  }
  for (;;) {
    const auto text = window_.view().substr(0, kMaxObjectBytes);
    const auto scan = scan_object(text);
    if (scan.outcome == ObjectScan::Outcome::object) {
      object.line = line_;
      object.text = text.substr(0, scan.size_bytes);
      given_out_bytes_ = scan.size_bytes;
      return TableReader::Step::row;
    }
    const char* reason = nullptr;
    if (scan.outcome == ObjectScan::Outcome::broken) {
      reason = "a text in the object has a line break in it, or no end";
    } else if (text.size() == kMaxObjectBytes) {
      reason = "the object is longer than 16 MiB";
    } else if (window_.at_end()) {
      reason = "the object has no end";
    }
    if (reason != nullptr) {
      TRY(drop(reason, damaged));
      return TableReader::Step::damaged;
    }
    TRY(window_.grow(std::max(text.size() * 2, kJsonReadBytes)));
  }
}

/// False at the end of the input.
Result<bool> JsonSplitter::skip_separators() {
  if (std::exchange(is_first_, false)) {
    TRY(window_.grow(3));
    if (window_.view().starts_with("\xEF\xBB\xBF")) window_.consume(3);
  }
  for (;;) {
    const auto text = window_.view();
    const auto other = text.find_first_not_of(" \t\r\n,[]");
    if (other != std::string_view::npos) {
      consume(other);
      return true;
    }
    consume(text.size());
    if (window_.at_end()) return false;
    TRY(window_.grow(kJsonReadBytes));
  }
}

/// Gives up what stands here, to the next line that can be the start of an object.
Result<> JsonSplitter::drop(const char* reason, DamagedRow& damaged) {
  damaged = {.line = line_, .column = 0, .reason = reason, .raw = {}};
  const std::size_t indent = indent_;
  for (bool is_first_line = true;; is_first_line = false) {
    std::size_t line_end = window_.view().find('\n');
    while (line_end == std::string_view::npos && !window_.at_end() &&
           window_.view().size() < kMaxObjectBytes) {
      TRY(window_.grow(std::max(window_.view().size() * 2, kJsonReadBytes)));
      line_end = window_.view().find('\n');
    }
    const auto line = window_.view().substr(0, line_end);
    const auto blanks =
        static_cast<std::size_t>(std::ranges::find_if_not(line, is_blank) - line.begin());
    const bool can_start = at_line_start_ && line.substr(blanks).starts_with('{');
    if (line.empty() && window_.at_end() && line_end == std::string_view::npos) break;
    if (!is_first_line && can_start && blanks <= indent) break;
    const std::size_t length = line.size() + (line_end == std::string_view::npos ? 0 : 1);
    const std::size_t room = kMaxRawBytes - std::min(kMaxRawBytes, damaged.raw.size());
    damaged.raw.append(window_.view().substr(0, std::min(length, room)));
    consume(length);
  }
  while (damaged.raw.ends_with('\n') || damaged.raw.ends_with('\r')) damaged.raw.pop_back();
  return {};
}

void JsonSplitter::consume(std::size_t size_bytes) {
  for (const char byte : window_.view().substr(0, size_bytes)) {
    if (byte == '\n') {
      ++line_;
      indent_ = 0;
      at_line_start_ = true;
    } else if (at_line_start_) {
      at_line_start_ = is_blank(byte);
      if (at_line_start_) ++indent_;
    }
  }
  window_.consume(size_bytes);
}

}  // namespace tributary::catalogue
