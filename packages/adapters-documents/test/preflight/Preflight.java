import java.io.File;
import org.apache.pdfbox.preflight.PreflightDocument;
import org.apache.pdfbox.preflight.ValidationResult;
import org.apache.pdfbox.preflight.parser.PreflightParser;

/** Validates files against PDF/A-1b; prints a line per file and per error, exits 1 on any error. */
public class Preflight {
  public static void main(String[] files) throws Exception {
    boolean valid = true;
    for (String file : files) {
      PreflightParser parser = new PreflightParser(new File(file));
      parser.parse();
      try (PreflightDocument document = parser.getPreflightDocument()) {
        document.validate();
        ValidationResult result = document.getResult();
        valid &= result.isValid();
        System.out.println(file + ": " + (result.isValid() ? "valid" : "not valid"));
        result.getErrorsList().forEach(
            error -> System.out.println("  " + error.getErrorCode() + " " + error.getDetails()));
      }
    }
    System.exit(valid ? 0 : 1);
  }
}
