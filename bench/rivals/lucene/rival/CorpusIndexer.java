package rival;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.IntField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

/** Builds one merged segment, its documents in the order of the corpus. */
final class CorpusIndexer {
  static final String WORDS = "words";
  static final String NUMBER = "number";
  static final String COUNTRY = "country";
  static final String PROGRAMME = "programme";
  static final String TOPIC = "topic";
  static final String YEAR = "year";
  /** The year once more, as a label: counted faster than a number. */
  static final String YEAR_LABEL = "year_label";

  static final float K1 = 1.2f;
  static final float B = 0.75f;

  private static final double RAM_BUFFER_MB = 1024;

  private CorpusIndexer() {}

  /** Cuts at blanks; no phrase runs from the title into the text. */
  private static final class BlankAnalyzer extends Analyzer {
    @Override
    protected TokenStreamComponents createComponents(String fieldName) {
      return new TokenStreamComponents(new WhitespaceTokenizer());
    }

    @Override
    public int getPositionIncrementGap(String fieldName) {
      return 100;
    }
  }

  static void build(Path corpus, Path folder) throws IOException {
    var settings =
        new IndexWriterConfig(new BlankAnalyzer())
            .setOpenMode(IndexWriterConfig.OpenMode.CREATE)
            .setRAMBufferSizeMB(RAM_BUFFER_MB)
            .setMergePolicy(new LogDocMergePolicy())
            .setMergeScheduler(new SerialMergeScheduler())
            .setUseCompoundFile(false)
            .setSimilarity(new BM25Similarity(K1, B));
    try (var directory = FSDirectory.open(folder);
        var writer = new IndexWriter(directory, settings);
        BufferedReader lines = Files.newBufferedReader(corpus)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        writer.addDocument(documentOf(line.split("\t", -1)));
      }
      writer.forceMerge(1);
      writer.commit();
    }
  }

  private static Document documentOf(String[] fields) {
    var document = new Document();
    document.add(new NumericDocValuesField(NUMBER, Long.parseLong(fields[0])));
    document.add(new TextField(WORDS, fields[1], Field.Store.NO));
    document.add(new TextField(WORDS, fields[2], Field.Store.NO));
    for (String country : fields[3].split(" ")) {
      document.add(new StringField(COUNTRY, country, Field.Store.NO));
      addLabel(document, COUNTRY, country);
    }
    addLabel(document, PROGRAMME, fields[4]);
    for (String topic : fields[5].split(" ")) {
      addLabel(document, TOPIC, topic);
    }
    document.add(new IntField(YEAR, Integer.parseInt(fields[6]), Field.Store.NO));
    addLabel(document, YEAR_LABEL, fields[6]);
    document.add(new NumericDocValuesField("budget", Long.parseLong(fields[7])));
    return document;
  }

  private static void addLabel(Document document, String field, String label) {
    if (!label.isEmpty()) {
      document.add(new SortedSetDocValuesField(field, new BytesRef(label)));
    }
  }
}
