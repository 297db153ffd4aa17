package rival;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.facet.StringDocValuesReaderState;
import org.apache.lucene.facet.StringValueFacetCounts;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.MMapDirectory;

/** An index opened, without query cache. */
final class LuceneRival {
  static final int TOP = 10;
  static final int FACET_VALUES = 10;

  /** What a facet is called, and the field with its values. */
  private static final Map<String, String> FACETS =
      Map.of(
          "country", CorpusIndexer.COUNTRY,
          "programme", CorpusIndexer.PROGRAMME,
          "topic", CorpusIndexer.TOPIC,
          "year", CorpusIndexer.YEAR_LABEL);

  /** `total` is null where the task does not need it. */
  record Answer(Long total, List<Long> top, Map<String, List<LabelAndValue>> facets) {}

  private final DirectoryReader reader;
  private final IndexSearcher searcher;

  private final Map<String, StringDocValuesReaderState> labels = new HashMap<>();

  LuceneRival(Path folder) throws IOException {
    reader = DirectoryReader.open(new MMapDirectory(folder));
    searcher = new IndexSearcher(reader);
    searcher.setQueryCache(null);
    searcher.setSimilarity(new BM25Similarity(CorpusIndexer.K1, CorpusIndexer.B));
    for (String field : FACETS.values()) {
      labels.put(field, new StringDocValuesReaderState(reader, field));
    }
  }

  Answer answer(RivalQuery query) throws IOException {
    Query lucene = LuceneQueries.of(query);
    return switch (query.task()) {
      case TOP -> {
        var best = searcher.search(lucene, new TopScoreDocCollectorManager(TOP, TOP));
        yield new Answer(null, idsOf(best), Map.of());
      }
      case COUNT -> new Answer((long) searcher.count(lucene), List.of(), Map.of());
      case FACETS -> withFacets(lucene);
    };
  }

  long count(RivalQuery query) throws IOException {
    return searcher.count(LuceneQueries.of(query));
  }

  private Answer withFacets(Query query) throws IOException {
    var found =
        FacetsCollectorManager.search(searcher, query, TOP, new FacetsCollectorManager());
    var counts = new HashMap<String, List<LabelAndValue>>();
    for (var facet : FACETS.entrySet()) {
      String field = facet.getValue();
      var result =
          new StringValueFacetCounts(labels.get(field), found.facetsCollector())
              .getTopChildren(FACET_VALUES, field);
      counts.put(facet.getKey(), result == null ? List.of() : List.of(result.labelValues));
    }
    TopDocs best = found.topDocs();
    return new Answer(best.totalHits.value(), idsOf(best), counts);
  }

  private List<Long> idsOf(TopDocs best) throws IOException {
    var ids = new ArrayList<Long>();
    for (ScoreDoc hit : best.scoreDocs) {
      LeafReaderContext leaf =
          reader.leaves().get(ReaderUtil.subIndex(hit.doc, reader.leaves()));
      var numbers = leaf.reader().getNumericDocValues(CorpusIndexer.NUMBER);
      numbers.advanceExact(hit.doc - leaf.docBase);
      ids.add(numbers.longValue());
    }
    return ids;
  }
}
