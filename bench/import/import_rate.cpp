// How fast files become records, and in how much memory.
//
//   import_rate PATH…     → a line for each set and file, then records, rows, seconds and the peak
//                           of resident memory (VmHWM of /proc/self/status)
//
// Reads to the end and drops the records; nothing is stored.
#include <chrono>
#include <cstdio>
#include <fstream>
#include <string>

#include "catalogue/import_stream.h"

namespace {

using namespace tributary;
using namespace tributary::catalogue;

std::string peak_memory() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with("VmHWM:")) return line;
  }
  return "VmHWM: unknown";
}

struct Counts {
  std::uint64_t records = 0, participations = 0, rejects = 0;
};

Result<Counts> read_all(ImportStream& stream, bool shows_rejects) {
  Counts counts;
  std::vector<ImportRecord> batch;
  std::vector<Reject> rejects;
  do {
    batch.clear();
    rejects.clear();
    TRY(stream.next(1000, batch, rejects));
    for (const auto& record : batch) {
      if (record.project.participations) {
        counts.participations += record.project.participations->size();
      }
    }
    for (const auto& reject : rejects) {
      if (!shows_rejects) break;
      std::printf("    rejected %s:%llu %s: %s\n", reject.file.c_str(),
                  static_cast<unsigned long long>(reject.line), reject.column.c_str(),
                  reject.reason.c_str());
    }
    counts.records += batch.size();
    counts.rejects += rejects.size();
  } while (!batch.empty() || !rejects.empty());
  return counts;
}

Result<> measure(const std::vector<Path>& paths, bool shows_rejects) {
  auto plan = TRY(plan_import(paths, ""));
  for (const auto& refused : plan.refused) {
    std::printf("refused %s: %s\n", refused.file.c_str(), refused.refused.c_str());
  }
  for (auto& import : plan.imports) {
    std::printf("%s %s\n", import.source.c_str(), import.label.c_str());
    const auto begin = std::chrono::steady_clock::now();
    const auto counts = TRY(read_all(*import.stream, shows_rejects));
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
    for (const auto& tally : import.stream->tallies()) {
      std::printf("  %s [%s] %llu rows, %llu rejected, %llu repeated %s\n", tally.file.c_str(),
                  tally.kind.c_str(), static_cast<unsigned long long>(tally.rows),
                  static_cast<unsigned long long>(tally.rejected),
                  static_cast<unsigned long long>(tally.repeated), tally.refused.c_str());
    }
    std::printf("  %llu records, %llu participations, %llu rejects, %.2f s, %.0f records/s\n",
                static_cast<unsigned long long>(counts.records),
                static_cast<unsigned long long>(counts.participations),
                static_cast<unsigned long long>(counts.rejects), seconds.count(),
                static_cast<double>(counts.records) / seconds.count());
  }
  std::printf("%s\n", peak_memory().c_str());
  return {};
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<Path> paths(argv + 1, argv + argc);
  const bool shows_rejects = !paths.empty() && paths.front() == "--rejects";
  if (shows_rejects) paths.erase(paths.begin());
  const auto outcome = measure(paths, shows_rejects);
  if (!outcome) std::fprintf(stderr, "%s\n", outcome.error().text().c_str());
  return outcome ? 0 : 1;
}
