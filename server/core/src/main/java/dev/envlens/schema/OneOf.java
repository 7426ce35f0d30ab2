package dev.envlens.schema;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.AbstractKeyword;
import com.networknt.schema.keyword.BaseKeywordValidator;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.path.NodePath;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * {@code enum} for texts; in any letter case where {@code x-envlens-any-case} stands beside it.
 * Values that are no text are the business of {@code type}.
 *
 * <p>The library's own compares by printing the values as JSON, which loads Jackson's mapper: over
 * 100 ms of a cold start.
 */
final class OneOf extends AbstractKeyword {

  static final String ANY_CASE = "x-envlens-any-case";
  static final String NAME = "enum";

  OneOf() {
    super(NAME);
  }

  @Override
  public KeywordValidator newValidator(
      SchemaLocation location, JsonNode allowed, Schema parent, SchemaContext context) {
    return new Validator(this, location, allowed, parent, context);
  }

  private static final class Validator extends BaseKeywordValidator {

    private final Set<String> allowed;

    Validator(
        Keyword keyword,
        SchemaLocation location,
        JsonNode values,
        Schema parent,
        SchemaContext context) {
      super(keyword, values, location, parent, context);
      boolean anyCase = parent.getSchemaNode().path(ANY_CASE).booleanValue(false);
      this.allowed =
          new TreeSet<>(anyCase ? String.CASE_INSENSITIVE_ORDER : Comparator.naturalOrder());
      values.values().stream()
          .filter(JsonNode::isString)
          .forEach(v -> allowed.add(v.stringValue()));
    }

    @Override
    public void validate(
        ExecutionContext execution, JsonNode value, JsonNode root, NodePath location) {
      if (value.isString() && !allowed.contains(value.stringValue())) {
        execution.addError(error().instanceNode(value).instanceLocation(location).build());
      }
    }
  }
}
