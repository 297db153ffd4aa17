#include "case_file.h"

#include <fstream>
#include <sstream>

#include "render.h"

namespace tributary::import_test {
namespace {

std::string unescaped(const std::string& line) {
  std::string text;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (line[at] == '\\' && at + 1 < line.size()) {
      const char next = line[at + 1];
      if (next == 'r' || next == 't' || next == '\\') {
        text.push_back(next == 'r' ? '\r' : next == 't' ? '\t' : '\\');
        ++at;
        continue;
      }
    }
    text.push_back(line[at]);
  }
  return text;
}

}  // namespace

Result<CaseFile> read_case(const Path& path) {
  std::istringstream lines(TRY(read_file(path)));
  CaseFile test;
  enum class Part { none, file, expect } part = Part::none;
  std::size_t number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    if (line.starts_with("--- file ")) {
      test.inputs.push_back({line.substr(9), {}});
      part = Part::file;
    } else if (line.starts_with("--- source ")) {
      test.source = line.substr(11);
    } else if (line == "--- expect") {
      part = Part::expect;
    } else if (part == Part::file) {
      test.inputs.back().content += unescaped(line) + '\n';
    } else if (part == Part::expect) {
      if (!line.empty()) test.expected += line + '\n';
    } else if (!line.empty() && !line.starts_with('#')) {
      return fail(ErrorCode::corrupt, "text before the first \"---\"",
                  path.string() + ":" + std::to_string(number));
    }
  }
  return test;
}

Result<std::string> import_and_render(const CaseFile& test, const Path& folder) {
  for (const auto& input : test.inputs) {
    const auto path = folder / input.name;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << input.content;
  }
  auto plan = TRY(catalogue::plan_import({folder}, test.source));
  return render(plan, folder);
}

}  // namespace tributary::import_test
