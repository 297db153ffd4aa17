#include "text/display_names.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

namespace tributary::text {
namespace {

std::string utf8(const icu::UnicodeString& name, std::string_view otherwise) {
  std::string text;
  name.toUTF8String(text);
  return text.empty() ? std::string(otherwise) : text;
}

}  // namespace

std::string country_name(std::string_view code) {
  const icu::Locale locale("", std::string(code).c_str());
  icu::UnicodeString name;
  locale.getDisplayCountry(icu::Locale::getEnglish(), name);
  return utf8(name, code);
}

std::string language_name(std::string_view code) {
  if (code.empty()) return {};  // for which ICU has words of its own
  const icu::Locale locale(std::string(code).c_str());
  icu::UnicodeString name;
  locale.getDisplayLanguage(icu::Locale::getEnglish(), name);
  return utf8(name, code);
}

}  // namespace tributary::text
