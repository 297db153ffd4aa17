#include "search/index/section_file.h"

#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace tributary::search {
namespace {

constexpr std::string_view kMagic = "TRIBINDX";
constexpr std::uint32_t kVersion = 8;
constexpr std::uint64_t kHeaderBytes = 64;
constexpr std::uint64_t kAlignment = 64;
constexpr std::size_t kChecksummedHeaderBytes = 40;
constexpr std::uint64_t kBytesBetweenFlushes = std::uint64_t{8} << 20U;

std::unexpected<Error> write_failure(const Path& path) {
  return fail(ErrorCode::io, std::strerror(errno), path.string());
}

std::span<const std::byte> table_bytes(const std::vector<SectionEntry>& table) {
  return std::as_bytes(std::span(table));
}

std::string header(FileKind kind, std::uint64_t size_bytes, std::uint64_t table_offset,
                   const std::vector<SectionEntry>& table) {
  std::string bytes(kMagic);
  append(bytes, kVersion);
  append(bytes, static_cast<std::uint32_t>(kind));
  append(bytes, size_bytes);
  append(bytes, table_offset);
  append(bytes, static_cast<std::uint32_t>(table.size()));
  append(bytes, crc32c(table_bytes(table)));
  append(bytes, crc32c(bytes));
  bytes.resize(kHeaderBytes, '\0');
  return bytes;
}

}  // namespace

Result<SectionFileWriter> SectionFileWriter::create(const Path& path, FileKind kind) {
  const std::string temporary = path.string() + ".new";
  std::unique_ptr<std::FILE, CloseFile> file(std::fopen(temporary.c_str(), "wbe"));
  if (!file) return write_failure(temporary);
  SectionFileWriter writer(path, kind, std::move(file));
  TRY(writer.write(as_bytes(std::string(kHeaderBytes, '\0'))));
  return writer;
}

SectionFileWriter::~SectionFileWriter() {
  if (!file_) return;
  file_.reset();
  ::unlink(temporary_path().c_str());
}

Result<> SectionFileWriter::write(std::span<const std::byte> bytes) {
  if (bytes.empty()) return {};  // nothing may be at null, where fwrite must not look
  if (std::fwrite(bytes.data(), 1, bytes.size(), file_.get()) != bytes.size()) {
    return write_failure(path_);
  }
  written_bytes_ += bytes.size();
  if (written_bytes_ - flushing_bytes_ >= kBytesBetweenFlushes) {
    begin_to_flush(::fileno(file_.get()));
    flushing_bytes_ = written_bytes_;
  }
  return {};
}

Result<> SectionFileWriter::pad() {
  static constexpr std::byte kZeros[kAlignment]{};
  const auto over = written_bytes_ % kAlignment;
  return over == 0 ? Result<>{} : write(std::span(kZeros).first(kAlignment - over));
}

Result<> SectionFileWriter::begin_section(SectionTag tag, std::uint32_t number) {
  TRY(pad());
  sections_.push_back(
      {.tag = static_cast<std::uint32_t>(tag), .number = number, .offset = written_bytes_});
  return {};
}

Result<> SectionFileWriter::append(std::span<const std::byte> bytes) {
  auto& section = sections_.back();
  section.size_bytes += bytes.size();
  section.checksum = crc32c(bytes, section.checksum);
  return write(bytes);
}

Result<FileSummary> SectionFileWriter::finish() {
  TRY(pad());
  const auto table_offset = written_bytes_;
  TRY(write(table_bytes(sections_)));
  const auto head = header(kind_, written_bytes_, table_offset, sections_);
  const bool complete = std::fseek(file_.get(), 0, SEEK_SET) == 0 &&
                        std::fwrite(head.data(), 1, head.size(), file_.get()) == head.size() &&
                        std::fflush(file_.get()) == 0;
  if (!complete || ::rename(temporary_path().c_str(), path_.c_str()) != 0) {
    return write_failure(path_);
  }
  begin_to_flush(::fileno(file_.get()));
  file_.reset();
  return FileSummary{
      .name = path_.filename().string(),
      .size_bytes = written_bytes_,
      .header_checksum = load<std::uint32_t>(as_bytes(head).data() + kChecksummedHeaderBytes)};
}

std::uint32_t SectionFile::checksum_of(std::span<const std::byte> section) const {
  constexpr std::size_t kPieceBytes = std::size_t{4} << 20U;
  std::uint32_t checksum = 0;
  for (; !section.empty(); section = section.subspan(std::min(section.size(), kPieceBytes))) {
    checksum = crc32c(section.first(std::min(section.size(), kPieceBytes)), checksum);
    pass_by();
  }
  return checksum;
}

Result<SectionFile> SectionFile::open(const Path& folder, const FileSummary& expected,
                                      FileKind kind, Pages pages) {
  const Path path = folder / expected.name;
  const auto page_size =
      pages == Pages::kept_in_large ? MappedFile::PageSize::large : MappedFile::PageSize::small;
  SectionFile file(path, TRY(MappedFile::open(path, page_size)), pages);
  const auto bytes = file.file_.bytes();
  if (bytes.size() != expected.size_bytes || bytes.size() < kHeaderBytes) {
    return file.broken("the file is not as long as it was written");
  }
  const auto at = [&](std::size_t offset) { return bytes.data() + offset; };
  if (std::memcmp(bytes.data(), kMagic.data(), kMagic.size()) != 0) {
    return file.broken("this is not an index file");
  }
  if (load<std::uint32_t>(at(8)) != kVersion) {
    return file.broken("the file has another format version");
  }
  const auto checksum = load<std::uint32_t>(at(kChecksummedHeaderBytes));
  if (crc32c(bytes.first(kChecksummedHeaderBytes)) != checksum ||
      checksum != expected.header_checksum) {
    return file.broken("the header is damaged");
  }
  if (load<std::uint32_t>(at(12)) != static_cast<std::uint32_t>(kind) ||
      load<std::uint64_t>(at(16)) != bytes.size()) {
    return file.broken("the header belongs to another file");
  }
  const auto table_offset = load<std::uint64_t>(at(24));
  const std::uint64_t table_size = load<std::uint32_t>(at(32)) * sizeof(SectionEntry);
  if (table_offset > bytes.size() || table_size != bytes.size() - table_offset) {
    return file.broken("the section table is not where the header says");
  }
  const auto table = bytes.subspan(table_offset);
  if (crc32c(table) != load<std::uint32_t>(at(36))) {
    return file.broken("the section table is damaged");
  }
  for (std::size_t offset = 0; offset < table.size(); offset += sizeof(SectionEntry)) {
    const auto section = load<SectionEntry>(table.data() + offset);
    if (section.offset % kAlignment != 0 || section.offset > bytes.size() ||
        section.size_bytes > bytes.size() - section.offset) {
      return file.broken("a section lies outside the file");
    }
    if (file.checksum_of(bytes.subspan(section.offset, section.size_bytes)) != section.checksum) {
      return file.broken("a section is damaged");
    }
    file.sections_.push_back(section);
  }
  return file;
}

Result<std::span<const std::byte>> SectionFile::section(SectionTag tag,
                                                        std::uint32_t number) const {
  for (const auto& entry : sections_) {
    if (entry.tag == static_cast<std::uint32_t>(tag) && entry.number == number) {
      return file_.bytes().subspan(entry.offset, entry.size_bytes);
    }
  }
  return broken("a section is missing");
}

}  // namespace tributary::search
