package dev.envlens.schema;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.DialectId;
import com.networknt.schema.keyword.KeywordType;
import com.networknt.schema.keyword.NonValidationKeyword;
import com.networknt.schema.regex.JDKRegularExpressionFactory;
import com.networknt.schema.resource.SchemaLoader;
import com.networknt.schema.serialization.NodeReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * Makes validators of our schema files.
 *
 * <p>The dialect holds only the keywords that those files use: the whole of draft 2020-12 brings
 * its meta-schemas, formats and Jackson's mapper along, which takes longer to load than the schemas
 * do.
 */
final class Compiler {

  private static final List<String> WITHOUT_EFFECT =
      List.of(
          "$schema",
          "$id",
          "$defs",
          "$comment",
          "title",
          "description",
          "examples",
          "default",
          "deprecated",
          "readOnly",
          "writeOnly",
          OneOf.ANY_CASE);

  private final SchemaRegistry registry;

  Compiler() {
    var config =
        SchemaRegistryConfig.builder()
            .locale(Locale.ENGLISH)
            .messageSource((key, fallback, locale, arguments) -> key)
            .regularExpressionFactory(JDKRegularExpressionFactory.getInstance())
            .build();
    this.registry =
        SchemaRegistry.withDialect(
            dialect(),
            builder ->
                builder
                    .schemaRegistryConfig(config)
                    .schemaLoader(packagedFilesOnly())
                    .nodeReader(new SchemaReader()));
  }

  Schema compile(Format format) {
    return registry.getSchema(SchemaLocation.of(SchemaFiles.BASE + format.file()));
  }

  private static Dialect dialect() {
    var builder =
        Dialect.builder(DialectId.DRAFT_2020_12)
            .idKeyword("$id")
            .specificationVersion(SpecificationVersion.DRAFT_2020_12)
            .keyword(KeywordType.REF)
            .keyword(KeywordType.TYPE)
            .keyword(KeywordType.PROPERTIES)
            .keyword(KeywordType.ADDITIONAL_PROPERTIES)
            .keyword(KeywordType.REQUIRED)
            .keyword(KeywordType.ITEMS)
            .keyword(new OneOf())
            .keyword(new MovedTo());
    WITHOUT_EFFECT.forEach(name -> builder.keyword(new NonValidationKeyword(name)));
    return builder.build();
  }

  private static SchemaLoader packagedFilesOnly() {
    return new SchemaLoader(
        List.of(),
        List.of(iri -> () -> stream(iri.toString())),
        iri -> iri.toString().startsWith(SchemaFiles.BASE),
        iri -> false);
  }

  /** Not the schema's text, but which one it is: {@link SchemaReader} has it as a tree already. */
  private static InputStream stream(String iri) throws IOException {
    for (var format : Format.values()) {
      if (iri.equals(SchemaFiles.BASE + format.file())) {
        return new ByteArrayInputStream(format.name().getBytes(StandardCharsets.UTF_8));
      }
    }
    throw new IOException("no such schema: " + iri);
  }

  private static final class SchemaReader implements NodeReader {

    @Override
    public JsonNode readTree(String content, InputFormat format) {
      return SchemaFiles.json(Format.valueOf(content));
    }

    @Override
    public JsonNode readTree(InputStream content, InputFormat format) {
      try {
        return readTree(new String(content.readAllBytes(), StandardCharsets.UTF_8), format);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
