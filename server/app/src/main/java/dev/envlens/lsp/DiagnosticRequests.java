package dev.envlens.lsp;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.DocumentDiagnosticParams;
import org.eclipse.lsp4j.DocumentDiagnosticReport;
import org.eclipse.lsp4j.RelatedFullDocumentDiagnosticReport;

/** Answers what is wrong with a document, to clients that ask. */
final class DiagnosticRequests {

  private final Answers answers;

  DiagnosticRequests(Answers answers) {
    this.answers = answers;
  }

  CompletableFuture<DocumentDiagnosticReport> diagnostic(DocumentDiagnosticParams params) {
    var empty = new DocumentDiagnosticReport(new RelatedFullDocumentDiagnosticReport(List.of()));
    return answers.of(
        params.getTextDocument().getUri(),
        analysis -> {
          var lines = Answers.lines(analysis);
          var document = analysis.document();
          var findings = answers.findings(analysis).toList();
          answers.session().pulls().given(document.uri(), document.version(), findings);
          return new DocumentDiagnosticReport(
              new RelatedFullDocumentDiagnosticReport(
                  findings.stream().map(finding -> ToLsp.diagnostic(lines, finding)).toList()));
        },
        empty);
  }
}
