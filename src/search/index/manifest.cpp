#include "search/index/manifest.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace tributary::search {
namespace {

constexpr std::string_view kFirstLine = "tributary-index 2";

std::string_view suffix_of(FileKind kind) {
  switch (kind) {
    case FileKind::schema:
      return "schema";
    case FileKind::dictionary:
      return "dictionary";
    case FileKind::postings:
      return "postings";
    case FileKind::positions:
      return "positions";
    case FileKind::lengths:
      return "lengths";
    case FileKind::columns:
      return "columns";
    case FileKind::documents:
      return "documents";
    case FileKind::deleted:
      return "deleted";
    case FileKind::completions:
      return "completions";
    case FileKind::words:
      return "words";
    case FileKind::pairs:
      return "pairs";
    case FileKind::latent_vectors:
      return "latent";
  }
  return "";
}

/// Takes everything up to `separator` off the front of `text`; all of it where there is none.
std::string_view take(std::string_view& text, char separator) {
  const auto end = text.find(separator);
  const auto part = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  return part;
}

template <class T>
bool read_number(std::string_view digits, T& value, int base = 10) {
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
  return error == std::errc{} && end == digits.data() + digits.size();
}

bool read_file_line(std::string_view line, FileSummary& file) {
  file.name = take(line, ' ');
  const auto size = take(line, ' ');
  // A name is no path: a damaged manifest must not make us read elsewhere.
  return !file.name.empty() && file.name.find('/') == std::string::npos &&
         read_number(size, file.size_bytes) && read_number(line, file.header_checksum, 16);
}

bool read_line(std::string_view line, Manifest& manifest) {
  const auto word = take(line, ' ');
  if (word == "generation") return read_number(line, manifest.generation);
  if (word == "segment") return read_number(line, manifest.segments.emplace_back().number);
  if (manifest.segments.empty()) return false;
  auto& segment = manifest.segments.back();
  if (word == "file") return read_file_line(line, segment.files.emplace_back());
  return word == "deleted" && !segment.deleted && read_file_line(line, segment.deleted.emplace());
}

std::string file_line(std::string_view word, const FileSummary& file) {
  return fmt::format("{} {} {} {:08x}\n", word, file.name, file.size_bytes, file.header_checksum);
}

}  // namespace

std::string file_name(std::uint64_t segment, FileKind kind) {
  return fmt::format("{:06}.{}", segment, suffix_of(kind));
}

std::string mask_name(std::uint64_t generation, std::uint64_t segment) {
  return fmt::format("{}-{}", file_name(generation, FileKind::deleted), segment);
}

std::uint64_t generation_of(const std::string& name) {
  std::string_view rest = name;
  std::uint64_t generation = 0;
  if (name.find('.') < 6 || !read_number(take(rest, '.'), generation)) return 0;
  return generation;
}

bool SegmentFiles::has(FileKind kind) const {
  return std::ranges::find(files, file_name(number, kind), &FileSummary::name) != files.end();
}

Result<FileSummary> SegmentFiles::file(const Path& folder, FileKind kind) const {
  const auto name = file_name(number, kind);
  for (const auto& file : files) {
    if (file.name == name) return file;
  }
  return fail(ErrorCode::corrupt, "the manifest does not list " + name,
              (folder / kManifestName).string());
}

Result<Manifest> read_manifest(const Path& folder) {
  const Path path = folder / kManifestName;
  const auto bytes = TRY(read_file(path));
  const auto damaged = fail(ErrorCode::corrupt, "the manifest is damaged", path.string());
  std::string_view rest = bytes;
  if (take(rest, '\n') != kFirstLine) return damaged;
  Manifest manifest;
  while (!rest.empty()) {
    const auto line_offset = static_cast<std::size_t>(rest.data() - bytes.data());
    const auto line = take(rest, '\n');
    if (!line.starts_with("check ")) {
      if (!read_line(line, manifest)) return damaged;
      continue;
    }
    const auto sum = crc32c(std::string_view(bytes).substr(0, line_offset));
    // Compared as text, so that no other spelling of the sum and nothing after it is accepted.
    const bool whole = rest.empty() && bytes.ends_with('\n');
    if (!whole || line != fmt::format("check {:08x}", sum) || manifest.generation == 0 ||
        manifest.segments.empty()) {
      return damaged;
    }
    return manifest;
  }
  return damaged;
}

Result<> write_manifest(const Path& folder, const Manifest& manifest) {
  for (const auto& segment : manifest.segments) {
    for (const auto& file : segment.files) TRY(flush_file(folder / file.name));
    if (segment.deleted) TRY(flush_file(folder / segment.deleted->name));
  }
  TRY(flush_folder(folder));
  std::string text = fmt::format("{}\ngeneration {}\n", kFirstLine, manifest.generation);
  for (const auto& segment : manifest.segments) {
    text += fmt::format("segment {}\n", segment.number);
    for (const auto& file : segment.files) text += file_line("file", file);
    if (segment.deleted) text += file_line("deleted", *segment.deleted);
  }
  text += fmt::format("check {:08x}\n", crc32c(text));
  return write_file_atomically(folder / kManifestName, text);
}

}  // namespace tributary::search
