#include <fmt/format.h>

#include <boost/json/object.hpp>

#include "app/archive/restore.h"
#include "app/archive/take_archive.h"
#include "cli/commands/commands.h"
#include "cli/exit_code.h"
#include "cli/terminal.h"
#include "http/json/serialize.h"

namespace tributary::cli {
namespace {

boost::json::object archive_json(const app::ArchiveReport& report) {
  return {{"path", report.path.string()},
          {"schema_version", report.schema_number},
          {"tables", report.tables},
          {"rows", report.rows},
          {"bytes", report.bytes}};
}

std::string in_words(const app::ArchiveReport& report) {
  return fmt::format("{} rows of {} tables, schema {}, {} bytes unpacked", grouped(report.rows),
                     report.tables, report.schema_number, grouped(report.bytes));
}

void print_taken(const Common& common, const app::ArchiveReport& report) {
  if (common.json) {
    fmt::print("{}\n", http::serialize(archive_json(report)));
  } else {
    fmt::print("{}: {}\n", report.path.string(), in_words(report));
  }
}

}  // namespace

Result<int> backup_command(const BackupOptions& options) {
  const SystemClock clock;
  print_taken(options.common,
              TRY(app::back_up(TRY(options.common.data()), Path(options.target), clock)));
  return kSuccess;
}

Result<int> export_all_command(const ExportAllOptions& options) {
  print_taken(options.common,
              TRY(app::export_all(TRY(options.common.data()), Path(options.folder))));
  return kSuccess;
}

Result<int> restore_command(const RestoreOptions& options) {
  const Path archive(options.archive);
  if (options.check) {
    print_taken(options.common, TRY(app::check_archive(archive)));
    return kSuccess;
  }
  const auto existing = options.replace ? store::Existing::replace : store::Existing::refuse;
  const auto report = TRY(app::restore(TRY(options.common.data()), {archive, existing}));
  if (options.common.json) {
    auto document = archive_json(report.archive);
    document["projects"] = nullptr;
    if (report.projects) document["projects"] = *report.projects;
    fmt::print("{}\n", http::serialize(document));
  } else {
    fmt::print("Restored from {}: {}. {}\n", archive.string(), in_words(report.archive),
               report.projects ? grouped(*report.projects) + " projects indexed."
                               : "The next start of the server builds the index.");
  }
  return kSuccess;
}

}  // namespace tributary::cli
