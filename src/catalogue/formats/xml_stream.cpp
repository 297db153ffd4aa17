#include "catalogue/formats/xml_stream.h"

#include <expat.h>
#include <fmt/format.h>

#include <algorithm>
#include <new>

namespace tributary::catalogue {
namespace {

constexpr std::size_t kMaxTagBytes = 1024 * 1024;
constexpr std::size_t kFeedBytes = 64 * 1024;

std::string_view without_prefix(const char* name) {
  const std::string_view full(name);
  const auto colon = full.find(':');
  return colon == std::string_view::npos ? full : full.substr(colon + 1);
}

}  // namespace

std::string_view XmlAttributes::operator[](std::string_view name) const {
  for (const char** pair = pairs_; *pair != nullptr; pair += 2) {
    if (name == pair[0]) return pair[1];
  }
  return {};
}

struct XmlStream::Handlers {
  static XmlStream& stream(void* data) {
    auto& self = *static_cast<XmlStream*>(data);
    self.quiet_bytes_ = 0;
    return self;
  }
  static void start(void* data, const char* name, const char** attributes) {
    stream(data).events_.start(without_prefix(name), XmlAttributes(attributes));
  }
  static void end(void* data, const char* name) { stream(data).events_.end(without_prefix(name)); }
  static void text(void* data, const char* text, int length) {
    stream(data).events_.text(std::string_view(text, static_cast<std::size_t>(length)));
  }
  static void doctype(void* data, const char*, const char*, const char*, int) {
    auto& self = stream(data);
    self.has_dtd_ = true;
    XML_StopParser(self.parser_, XML_FALSE);
  }
};

XmlStream::XmlStream(std::unique_ptr<ByteSource> source, std::string name, XmlEvents& events)
    : source_(std::move(source)),
      name_(std::move(name)),
      events_(events),
      parser_(XML_ParserCreate(nullptr)) {
  if (parser_ == nullptr) throw std::bad_alloc();
  XML_SetUserData(parser_, this);
  XML_SetElementHandler(parser_, Handlers::start, Handlers::end);
  XML_SetCharacterDataHandler(parser_, Handlers::text);
  XML_SetStartDoctypeDeclHandler(parser_, Handlers::doctype);
}

XmlStream::~XmlStream() { XML_ParserFree(parser_); }

void XmlStream::pause() { XML_StopParser(parser_, XML_TRUE); }

Result<bool> XmlStream::run() {
  for (;;) {
    XML_Status status = XML_STATUS_OK;
    if (paused_) {
      paused_ = false;
      status = XML_ResumeParser(parser_);
    } else {
      if (ended_) return false;
      if (block_.empty()) {
        block_ = TRY(source_->next_block());
        ended_ = block_.empty();
      }
      const auto piece = block_.substr(0, kFeedBytes);
      block_.remove_prefix(piece.size());
      quiet_bytes_ += piece.size();
      if (quiet_bytes_ > kMaxTagBytes) {
        return fail(ErrorCode::corrupt, "the XML has a tag longer than 1 MiB", name_);
      }
      status = XML_Parse(parser_, piece.data(), static_cast<int>(piece.size()), ended_ ? 1 : 0);
    }
    if (status == XML_STATUS_ERROR) return broken();
    if (status == XML_STATUS_SUSPENDED) {
      paused_ = true;
      return true;
    }
  }
}

std::unexpected<Error> XmlStream::broken() const {
  if (has_dtd_) {
    return fail(ErrorCode::corrupt, "the XML declares a document type, which is refused", name_);
  }
  return fail(
      ErrorCode::corrupt,
      fmt::format("the XML is broken at line {}, column {}: {}", XML_GetCurrentLineNumber(parser_),
                  XML_GetCurrentColumnNumber(parser_) + 1,
                  XML_ErrorString(XML_GetErrorCode(parser_))),
      name_);
}

}  // namespace tributary::catalogue
