#include "catalogue/formats/text_encoding.h"

#include <simdjson.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <memory>

namespace tributary::catalogue {
namespace {

/// Length of the UTF-8 sequence at the start of `text`, 0 where there is none.
std::size_t sequence_length(std::string_view text) {
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
  const unsigned lead = byte(0);
  if (lead < 0x80) return 1;
  std::size_t length = 0;
  if (lead >= 0xC2 && lead <= 0xDF) length = 2;
  if (lead >= 0xE0 && lead <= 0xEF) length = 3;
  if (lead >= 0xF0 && lead <= 0xF4) length = 4;
  if (length == 0 || text.size() < length) return 0;
  unsigned lowest = 0x80;
  unsigned highest = 0xBF;
  if (lead == 0xE0) lowest = 0xA0;   // overlong
  if (lead == 0xED) highest = 0x9F;  // surrogates
  if (lead == 0xF0) lowest = 0x90;   // overlong
  if (lead == 0xF4) highest = 0x8F;  // over U+10FFFF
  if (byte(1) < lowest || byte(1) > highest) return 0;
  for (std::size_t at = 2; at < length; ++at) {
    if ((byte(at) & 0xC0U) != 0x80) return 0;
  }
  return length;
}

struct Utf8Count {
  std::size_t right_sequences = 0;  ///< of more than one byte
  std::size_t wrong_bytes = 0;
  std::string telling;  ///< the text around wrong bytes, for the detector
};

Utf8Count count_utf8(std::string_view text) {
  constexpr std::size_t kTellingBytes = 8192;  // ICU's detector looks at no more
  Utf8Count count;
  std::size_t told_to = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = sequence_length(text.substr(at));
    if (length > 1) ++count.right_sequences;
    if (length == 0) {
      // A sequence that the end of the sample cuts is neither right nor wrong.
      const bool may_be_cut = text.size() - at < 4 && static_cast<unsigned char>(text[at]) >= 0xC2;
      if (!may_be_cut) ++count.wrong_bytes;
      if (at >= told_to && count.telling.size() < kTellingBytes) {
        const std::size_t from = std::max(told_to, at < 24 ? 0 : at - 24);
        told_to = std::min(text.size(), at + 24);
        count.telling.append(text.substr(from, told_to - from));
      }
    }
    at += std::max<std::size_t>(length, 1);
  }
  return count;
}

std::string detected_name(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status),
                                                                            ucsdet_close);
  if (U_FAILURE(status)) return {};
  ucsdet_setText(detector.get(), text.data(), static_cast<std::int32_t>(text.size()), &status);
  std::int32_t found = 0;
  const UCharsetMatch** matches = ucsdet_detectAll(detector.get(), &found, &status);
  if (U_FAILURE(status)) return {};
  for (std::int32_t at = 0; at < found; ++at) {
    const char* name = ucsdet_getName(matches[at], &status);
    if (U_FAILURE(status) || name == nullptr) continue;
    const std::string_view known(name);
    // Only the code pages of European languages; the detector knows Chinese and Arabic as well.
    for (const std::string_view ours :
         {"ISO-8859-1", "ISO-8859-2", "ISO-8859-5", "ISO-8859-7", "ISO-8859-9", "windows-1250",
          "windows-1251", "windows-1252", "windows-1253", "windows-1254"}) {
      if (known == ours) return name;
    }
  }
  return {};
}

}  // namespace

bool is_utf8(std::string_view text) { return simdjson::validate_utf8(text.data(), text.size()); }

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = sequence_length(text.substr(at));
    if (length == 0) return at;
    at += length;
  }
  return std::nullopt;
}

std::optional<CodePage> CodePage::named(const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(
      ucnv_open(name.c_str(), &status), ucnv_close);
  if (U_FAILURE(status) || ucnv_getMaxCharSize(converter.get()) != 1) return std::nullopt;
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  CodePage page;
  page.name_ = name;
  for (unsigned byte = 0; byte < 256; ++byte) {
    const char from = static_cast<char>(byte);
    char16_t units[4];
    UErrorCode decoded = U_ZERO_ERROR;
    const auto length = ucnv_toUChars(converter.get(), units, 4, &from, 1, &decoded);
    if (U_FAILURE(decoded) || length != 1) continue;
    const unsigned code = units[0];
    // Windows pages map their holes to control characters, which no text means.
    if (code >= 0x80 && code < 0xA0) continue;
    auto& to = page.characters_[byte];
    if (code < 0x80) {
      to = static_cast<char>(code);
    } else if (code < 0x800) {
      to = {static_cast<char>(0xC0U | code >> 6U), static_cast<char>(0x80U | (code & 0x3FU))};
    } else {
      to = {static_cast<char>(0xE0U | code >> 12U), static_cast<char>(0x80U | (code >> 6U & 0x3FU)),
            static_cast<char>(0x80U | (code & 0x3FU))};
    }
  }
  return page;
}

std::optional<std::size_t> CodePage::decode(std::string_view text, std::string& to) const {
  const std::size_t before = to.size();
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto& character = characters_[static_cast<unsigned char>(text[at])];
    if (character.empty()) {
      to.resize(before);
      return at;
    }
    to += character;
  }
  return std::nullopt;
}

std::optional<CodePage> detect_code_page(std::string_view sample, std::size_t valid_before) {
  const auto count = count_utf8(sample);
  if (count.wrong_bytes <= 4 * (count.right_sequences + valid_before)) return std::nullopt;
  std::string name = detected_name(count.telling);
  // Without a bytes of the range that ISO leaves empty the two cannot be told apart, and files of
  // the last thirty years come from Windows.
  if (name.empty() || name == "ISO-8859-1") name = "windows-1252";
  if (name == "ISO-8859-7") name = "windows-1253";
  return CodePage::named(name);
}

}  // namespace tributary::catalogue
