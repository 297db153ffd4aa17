#include "http/json/notice_json.h"

#include "app/notices/notice_texts.h"
#include "http/json/values.h"

namespace tributary::http {

boost::json::array notices_json(std::span<const store::Notice> notices, std::string_view language) {
  boost::json::array array;
  for (const auto& notice : notices) {
    array.push_back({{"id", notice.id.value},
                     {"kind", name_of(notice.kind)},
                     {"about", notice.about},
                     {"word", notice.word},
                     {"text", app::notice_sentence(notice, language)},
                     {"page", app::notice_page(notice)},
                     {"at", rfc3339(notice.at)},
                     {"read_at", to_json(notice.read_at)}});
  }
  return array;
}

}  // namespace tributary::http
