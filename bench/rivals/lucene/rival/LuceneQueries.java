package rival;

import java.util.List;
import org.apache.lucene.document.IntField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.AutomatonQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;

/** From a query of the benchmark to Lucene's. */
final class LuceneQueries {
  /** The shortest prefix that is read with an edit. */
  private static final int FEWEST_LETTERS_FOR_TYPO = 4;

  private static final int MOST_EXPANSIONS = 64;

  private LuceneQueries() {}

  static Query of(RivalQuery query) {
    Query words = wordsOf(query);
    if (query.country().isEmpty() && query.years() == null) {
      return words;
    }
    var filtered = new BooleanQuery.Builder().add(words, Occur.MUST);
    if (!query.country().isEmpty()) {
      var country = new Term(CorpusIndexer.COUNTRY, query.country());
      filtered.add(new TermQuery(country), Occur.FILTER);
    }
    if (query.years() != null) {
      int first = query.years().first();
      int last = query.years().last();
      filtered.add(IntField.newRangeQuery(CorpusIndexer.YEAR, first, last), Occur.FILTER);
    }
    return filtered.build();
  }

  private static Query wordsOf(RivalQuery query) {
    List<String> words = query.words();
    return switch (query.operator()) {
      case OR -> combined(words, Occur.SHOULD);
      case AND -> combined(words, Occur.MUST);
      case PHRASE -> new PhraseQuery(CorpusIndexer.WORDS, words.toArray(String[]::new));
      // Scored, as in the other engines; Lucene's default gives every hit the same score.
      case PREFIX ->
          new PrefixQuery(term(words.getFirst()), MultiTermQuery.SCORING_BOOLEAN_REWRITE);
      case TYPO -> new FuzzyQuery(term(words.getFirst()), 1, 0, MOST_EXPANSIONS, true);
      case TYPING -> typed(words, new PrefixQuery(term(words.getLast())));
      case TYPING_TYPO -> typed(words, prefixWithTypo(words.getLast()));
    };
  }

  private static Term term(String word) {
    return new Term(CorpusIndexer.WORDS, word);
  }

  private static Query combined(List<String> words, Occur occur) {
    var builder = new BooleanQuery.Builder();
    for (String word : words) {
      builder.add(new TermQuery(term(word)), occur);
    }
    return builder.build();
  }

  private static Query typed(List<String> words, Query last) {
    if (words.size() == 1) {
      return last;
    }
    var builder = new BooleanQuery.Builder();
    for (String word : words.subList(0, words.size() - 1)) {
      builder.add(new TermQuery(term(word)), Occur.MUST);
    }
    return builder.add(last, Occur.MUST).build();
  }

  private static Query prefixWithTypo(String word) {
    if (word.length() < FEWEST_LETTERS_FOR_TYPO) {
      return new PrefixQuery(term(word));
    }
    Automaton near = new LevenshteinAutomata(word, true).toAutomaton(1);
    Automaton begins = Operations.concatenate(List.of(near, Automata.makeAnyString()));
    Automaton one = Operations.determinize(begins, Operations.DEFAULT_DETERMINIZE_WORK_LIMIT);
    return new AutomatonQuery(term(word), one);
  }
}
