// catalogue/formats/xml_stream.h
//
// XML as a stream of events, read block by block, that can be paused (Expat).
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "catalogue/formats/byte_source.h"

struct XML_ParserStruct;

namespace tributary::catalogue {

/// The attributes of an element, valid within the event.
class XmlAttributes {
 public:
  explicit XmlAttributes(const char** pairs) : pairs_(pairs) {}

  /// Empty where there is none. `name` as written, with its prefix.
  [[nodiscard]] std::string_view operator[](std::string_view name) const;

 private:
  const char** pairs_;
};

/// What happens in a document. Names come without their prefix.
class XmlEvents {
 public:
  virtual ~XmlEvents() = default;
  virtual void start(std::string_view name, const XmlAttributes& attributes) = 0;
  virtual void end(std::string_view name) = 0;
  virtual void text(std::string_view text) = 0;
};

/// Documents with a DTD are refused (entities that unfold without end), and so are tags over 1 MiB.
/// Not thread-safe; `events` must outlive it.
class XmlStream {
 public:
  XmlStream(std::unique_ptr<ByteSource> source, std::string name, XmlEvents& events);
  XmlStream(const XmlStream&) = delete;
  XmlStream& operator=(const XmlStream&) = delete;
  ~XmlStream();

  /// Reads until an event called pause() (true) or the document ends (false). Errors: `corrupt`
  /// naming the input, line and column; those of the source.
  Result<bool> run();

  void pause();

  [[nodiscard]] std::uint64_t bytes_read() const { return source_->bytes_read(); }

 private:
  struct Handlers;

  [[nodiscard]] std::unexpected<Error> broken() const;

  std::unique_ptr<ByteSource> source_;
  std::string name_;
  XmlEvents& events_;
  XML_ParserStruct* parser_;
  std::string_view block_;
  std::size_t quiet_bytes_ = 0;  ///< since the last event
  bool paused_ = false;
  bool ended_ = false;
  bool has_dtd_ = false;
};

}  // namespace tributary::catalogue
