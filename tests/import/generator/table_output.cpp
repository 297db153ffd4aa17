#include "table_output.h"

#include <xlsxwriter.h>

#include <algorithm>
#include <cstdio>
#include <stdexcept>

namespace tributary::generator {
namespace {

constexpr std::size_t kBufferBytes = std::size_t{4} << 20U;

class CsvOutput final : public TableOutput {
 public:
  CsvOutput(const std::filesystem::path& file, CsvManner manner)
      : name_(file.string()), manner_(manner), file_(std::fopen(file.c_str(), "wb"), std::fclose) {
    if (!file_) throw std::runtime_error("cannot write " + name_);
    if (manner_ == CsvManner::erasmus) buffer_ += "\xEF\xBB\xBF";
  }

  std::uint64_t write(const Cells& cells, Damage damage, std::size_t text_column) override {
    const std::uint64_t line = line_;
    for (std::size_t at = 0; at < cells.size(); ++at) {
      if (at > 0) buffer_ += manner_ == CsvManner::cordis ? ';' : ',';
      write_cell(cells[at], at == text_column ? damage : Damage::none);
    }
    buffer_ += manner_ == CsvManner::cordis ? "\n" : "\r\n";
    ++line_;
    if (buffer_.size() >= kBufferBytes) flush();
    return line;
  }

  void close() override {
    flush();
    if (std::fclose(file_.release()) != 0) throw std::runtime_error("cannot write " + name_);
  }

 private:
  void write_cell(const std::string& cell, Damage damage) {
    const bool is_odd = damage == Damage::unbalanced_quote || damage == Damage::stray_quotes;
    const bool is_quoted = manner_ == CsvManner::cordis || is_odd ||
                           cell.find_first_of(",\"\r\n") != std::string::npos;
    if (!is_quoted) {
      buffer_ += cell;
      return;
    }
    buffer_ += '"';
    if (damage == Damage::stray_quotes || cell.find('"') == std::string::npos) {
      buffer_ += cell;
    } else {
      for (const char byte : cell) buffer_.append(byte == '"' ? 2 : 1, byte);
    }
    if (damage != Damage::unbalanced_quote) buffer_ += '"';
    line_ += static_cast<std::uint64_t>(std::ranges::count(cell, '\n'));
  }

  void flush() {
    if (std::fwrite(buffer_.data(), 1, buffer_.size(), file_.get()) != buffer_.size())
      throw std::runtime_error("cannot write " + name_);
    buffer_.clear();
  }

  std::string name_;
  CsvManner manner_;
  std::unique_ptr<std::FILE, int (*)(std::FILE*)> file_;
  std::string buffer_;
  std::uint64_t line_ = 1;
};

class WorkbookOutput final : public TableOutput {
 public:
  explicit WorkbookOutput(const std::filesystem::path& file) : name_(file.string()) {
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    book_ = workbook_new_opt(name_.c_str(), &options);
    sheet_ = book_ == nullptr ? nullptr : workbook_add_worksheet(book_, "Sheet1");
    if (sheet_ == nullptr) throw std::runtime_error("cannot write " + name_);
  }

  std::uint64_t write(const Cells& cells, Damage, std::size_t) override {
    for (std::size_t at = 0; at < cells.size(); ++at) {
      if (cells[at].empty()) continue;
      const auto status = worksheet_write_string(sheet_, row_, static_cast<lxw_col_t>(at),
                                                 cells[at].c_str(), nullptr);
      if (status != LXW_NO_ERROR) throw std::runtime_error(name_ + ": " + lxw_strerror(status));
    }
    return ++row_;
  }

  void close() override {
    if (const auto status = workbook_close(book_); status != LXW_NO_ERROR)
      throw std::runtime_error(name_ + ": " + lxw_strerror(status));
  }

 private:
  std::string name_;
  lxw_workbook* book_ = nullptr;
  lxw_worksheet* sheet_ = nullptr;
  lxw_row_t row_ = 0;
};

}  // namespace

std::unique_ptr<TableOutput> open_csv(const std::filesystem::path& file, CsvManner manner) {
  return std::make_unique<CsvOutput>(file, manner);
}

std::unique_ptr<TableOutput> open_workbook(const std::filesystem::path& file) {
  return std::make_unique<WorkbookOutput>(file);
}

}  // namespace tributary::generator
