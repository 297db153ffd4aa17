// generate_import: writes official layouts with known contents and damage; see generator.h.

#include <fmt/format.h>

#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>
#include <string_view>

#include "generator.h"

namespace {

constexpr const char* kUsage =
    "usage: generate_import LAYOUT FOLDER [--projects N] [--seed S] [--damage RATE]\n"
    "                       [--organisations N] [--manifest yes|no]\n"
    "LAYOUT is cordis-csv, cordis-xlsx, erasmus-csv or erasmus-xlsx\n";

template <class Number>
Number number(std::string_view text) {
  Number value{};
  const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || rest != text.data() + text.size())
    throw std::runtime_error(fmt::format("\"{}\" is no number", text));
  return value;
}

tributary::generator::Options options_from(int count, char** words) {
  using namespace tributary::generator;
  if (count < 3 || count % 2 == 0) throw std::runtime_error("arguments are missing");
  const std::string_view layout = words[1];
  if (layout != "cordis-csv" && layout != "cordis-xlsx" && layout != "erasmus-csv" &&
      layout != "erasmus-xlsx") {
    throw std::runtime_error(fmt::format("there is no layout \"{}\"", layout));
  }
  Options options{.layout = layout.starts_with("cordis") ? Layout::cordis : Layout::erasmus,
                  .file = layout.ends_with("csv") ? FileKind::csv : FileKind::workbook,
                  .folder = words[2]};
  for (int at = 3; at < count; at += 2) {
    const std::string_view name = words[at];
    const std::string_view value = words[at + 1];
    if (name == "--projects") {
      options.projects = number<std::uint64_t>(value);
    } else if (name == "--seed") {
      options.seed = number<std::uint64_t>(value);
    } else if (name == "--organisations") {
      options.organisations = number<std::uint64_t>(value);
    } else if (name == "--damage") {
      options.damage_rate = number<double>(value);
    } else if (name == "--manifest" && (value == "yes" || value == "no")) {
      options.with_manifest = value == "yes";
    } else {
      throw std::runtime_error(fmt::format("{} {} is not understood", name, value));
    }
  }
  return options;
}

}  // namespace

int main(int count, char** words) {
  try {
    tributary::generator::generate(options_from(count, words));
    return EXIT_SUCCESS;
  } catch (const std::runtime_error& error) {
    fmt::print(stderr, "{}\n{}", error.what(), kUsage);
    return EXIT_FAILURE;
  }
}
