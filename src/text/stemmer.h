// text/stemmer.h
//
// Brings the inflected forms of a word together: Snowball where there is a stemmer for the
// language, our own light ones (stemmers/) for eight more, nothing for Maltese.
//
//   Stemmers stemmers;
//   stemmers.stem("éducations", Language::fr)  →  "éduc"
#pragma once

#include <array>
#include <memory>
#include <string>
#include <string_view>

#include "text/language.h"

struct sb_stemmer;

namespace tributary::text {

/// The stemmers of all languages, made when first used. Not thread-safe: Snowball keeps a buffer.
class Stemmers {
 public:
  Stemmers();
  Stemmers(Stemmers&&) noexcept;
  Stemmers& operator=(Stemmers&&) noexcept;
  ~Stemmers();

  /// `word` is case-folded (fold_case) and still has its accents, which Snowball's rules need. Our
  /// own rules are written over folded letters, and their stems are always without accents.
  std::string stem(std::string_view word, Language language);

  /// Porter's algorithm of 1980, made for English.
  std::string porter_stem(std::string_view word);

 private:
  struct Deleter {
    void operator()(sb_stemmer* stemmer) const;
  };
  using Snowball = std::unique_ptr<sb_stemmer, Deleter>;

  static std::string run(Snowball& stemmer, const char* algorithm, std::string_view word);

  std::array<Snowball, static_cast<std::size_t>(Language::tr) + 1> snowball_;
  Snowball porter_;
};

}  // namespace tributary::text
