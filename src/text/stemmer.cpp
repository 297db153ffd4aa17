#include "text/stemmer.h"

#include <libstemmer.h>

#include <stdexcept>

#include "text/fold.h"
#include "text/stemmers/light_stemmers.h"

namespace tributary::text {
namespace {

const char* snowball_algorithm(Language language) {
  switch (language) {
    case Language::ca:
      return "catalan";
    case Language::da:
      return "danish";
    case Language::de:
      return "german";
    case Language::el:
      return "greek";
    case Language::en:
      return "english";
    case Language::es:
      return "spanish";
    case Language::eu:
      return "basque";
    case Language::fi:
      return "finnish";
    case Language::fr:
      return "french";
    case Language::ga:
      return "irish";
    case Language::hu:
      return "hungarian";
    case Language::it:
      return "italian";
    case Language::lt:
      return "lithuanian";
    case Language::nl:
      return "dutch";
    case Language::no:
      return "norwegian";
    case Language::pt:
      return "portuguese";
    case Language::ro:
      return "romanian";
    case Language::ru:
      return "russian";
    case Language::sr:
      return "serbian";
    case Language::sv:
      return "swedish";
    case Language::tr:
      return "turkish";
    default:
      return nullptr;
  }
}

using LightStemmer = std::string (*)(std::string word);

LightStemmer light_stemmer(Language language) {
  switch (language) {
    case Language::bg:
      return stemmers::stem_bulgarian;
    case Language::cs:
      return stemmers::stem_czech;
    case Language::et:
      return stemmers::stem_estonian;
    case Language::hr:
      return stemmers::stem_croatian;
    case Language::lv:
      return stemmers::stem_latvian;
    case Language::pl:
      return stemmers::stem_polish;
    case Language::sk:
      return stemmers::stem_slovak;
    case Language::sl:
      return stemmers::stem_slovenian;
    default:
      return nullptr;
  }
}

/// Snowball's Romanian rules are written for the letters with a cedilla; texts of today have the
/// right ones, with a comma below.
std::string with_cedillas(std::string_view word) {
  constexpr std::string_view comma_s = "ș";
  constexpr std::string_view comma_t = "ț";
  std::string result(word);
  for (std::size_t at = 0; at + 1 < result.size(); ++at) {
    const auto pair = std::string_view(result).substr(at, 2);
    if (pair == comma_s) result.replace(at, 2, "ş");
    if (pair == comma_t) result.replace(at, 2, "ţ");
  }
  return result;
}

}  // namespace

void Stemmers::Deleter::operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }

Stemmers::Stemmers() = default;
Stemmers::Stemmers(Stemmers&&) noexcept = default;
Stemmers& Stemmers::operator=(Stemmers&&) noexcept = default;
Stemmers::~Stemmers() = default;

std::string Stemmers::run(Snowball& stemmer, const char* algorithm, std::string_view word) {
  if (!stemmer) stemmer.reset(sb_stemmer_new(algorithm, "UTF_8"));
  // The names above are all in the libstemmer that the project builds with; a test holds that.
  if (!stemmer) throw std::runtime_error(std::string("libstemmer lacks ") + algorithm);
  const auto* letters = reinterpret_cast<const sb_symbol*>(word.data());
  const auto* stem = sb_stemmer_stem(stemmer.get(), letters, static_cast<int>(word.size()));
  if (stem == nullptr) throw std::bad_alloc();
  return {reinterpret_cast<const char*>(stem),
          static_cast<std::size_t>(sb_stemmer_length(stemmer.get()))};
}

std::string Stemmers::stem(std::string_view word, Language language) {
  if (const char* algorithm = snowball_algorithm(language)) {
    auto& snowball = snowball_.at(static_cast<std::size_t>(language));
    if (language == Language::ro) return run(snowball, algorithm, with_cedillas(word));
    return run(snowball, algorithm, word);
  }
  if (const auto light_stem = light_stemmer(language)) return light_stem(fold_accents(word));
  return std::string(word);
}

std::string Stemmers::porter_stem(std::string_view word) { return run(porter_, "porter", word); }

}  // namespace tributary::text
