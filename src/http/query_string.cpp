#include "http/query_string.h"

#include <fmt/format.h>

#include <optional>

#include "http/utf8.h"

namespace tributary::http {

namespace {

std::optional<unsigned> hexadecimal(char digit) {
  if (digit >= '0' && digit <= '9') return static_cast<unsigned>(digit - '0');
  if (digit >= 'a' && digit <= 'f') return static_cast<unsigned>(digit - 'a') + 10;
  if (digit >= 'A' && digit <= 'F') return static_cast<unsigned>(digit - 'A') + 10;
  return std::nullopt;
}

std::unexpected<Problem> at(std::size_t begin, std::size_t end, std::string_view name,
                            std::string detail) {
  Problem problem(400, std::move(detail), std::string(name));
  problem.begin = begin;
  problem.end = end;
  return std::unexpected(std::move(problem));
}

}  // namespace

Outcome<std::string> percent_decode(std::string_view raw, PlusSign plus, std::string_view name) {
  std::string decoded;
  decoded.reserve(raw.size());
  for (std::size_t i = 0; i < raw.size(); ++i) {
    if (raw[i] == '+' && plus == PlusSign::is_space) {
      decoded += ' ';
    } else if (raw[i] != '%') {
      decoded += raw[i];
    } else {
      const auto high = i + 1 < raw.size() ? hexadecimal(raw[i + 1]) : std::nullopt;
      const auto low = i + 2 < raw.size() ? hexadecimal(raw[i + 2]) : std::nullopt;
      if (!high || !low) {
        return at(i, std::min(i + 3, raw.size()), name,
                  fmt::format("A percent sign must be followed by two hexadecimal digits; the one "
                              "at byte {} of {} is not (a percent sign itself is written %25).",
                              i, name));
      }
      decoded += static_cast<char>(*high * 16 + *low);
      i += 2;
    }
  }
  if (const auto fault = first_utf8_fault(decoded)) {
    return at(*fault, *fault + 1, name, fmt::format("Byte {} of {} is not UTF-8.", *fault, name));
  }
  if (const auto nul = decoded.find('\0'); nul != std::string::npos) {
    return at(nul, nul + 1, name, fmt::format("Byte {} of {} is NUL.", nul, name));
  }
  return decoded;
}

Outcome<std::vector<Parameter>> parse_query_string(std::string_view raw) {
  std::vector<Parameter> parameters;
  while (!raw.empty()) {
    const auto ampersand = raw.find('&');
    const auto piece = raw.substr(0, ampersand);
    raw = ampersand == std::string_view::npos ? "" : raw.substr(ampersand + 1);
    if (piece.empty()) continue;
    if (parameters.size() == kParameterLimit) {
      return std::unexpected(
          Problem(400, fmt::format("There are more than {} parameters.", kParameterLimit)));
    }
    const auto equals = piece.find('=');
    auto name =
        TRY(percent_decode(piece.substr(0, equals), PlusSign::is_space, "the name of a parameter"));
    const auto raw_value = equals == std::string_view::npos ? "" : piece.substr(equals + 1);
    auto value = TRY(percent_decode(raw_value, PlusSign::is_space, name));
    parameters.push_back({std::move(name), std::move(value)});
  }
  return parameters;
}

std::string percent_encode(std::string_view text) {
  std::string encoded;
  encoded.reserve(text.size());
  for (const char letter : text) {
    const bool is_unreserved = (letter >= 'a' && letter <= 'z') ||
                               (letter >= 'A' && letter <= 'Z') ||
                               (letter >= '0' && letter <= '9') || letter == '-' || letter == '.' ||
                               letter == '_' || letter == '~';
    if (is_unreserved) {
      encoded += letter;
    } else {
      encoded += fmt::format("%{:02X}", static_cast<unsigned char>(letter));
    }
  }
  return encoded;
}

}  // namespace tributary::http
