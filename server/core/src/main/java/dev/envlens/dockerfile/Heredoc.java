package dev.envlens.dockerfile;

import dev.envlens.text.TextRange;

/**
 * A here-document of {@code RUN}, {@code COPY} or {@code ADD}.
 *
 * @param delimiter the word that ends it, quotes taken off
 * @param expands whether variables are filled in: the delimiter wasn't quoted
 * @param stripsTabs whether it was opened by {@code <<-}
 * @param marker where it is opened, {@code <<EOF}
 * @param body the lines up to the delimiter, the last line's end included
 */
public record Heredoc(
    String delimiter, boolean expands, boolean stripsTabs, TextRange marker, SourceText body) {}
