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
import tools.jackson.databind.JsonNode;

/**
 * {@code x-envlens-moved-to}: the key that it is written under has another name today. Whatever
 * value the key has, its presence is the fault.
 */
final class MovedTo extends AbstractKeyword {

  static final String NAME = "x-envlens-moved-to";

  MovedTo() {
    super(NAME);
  }

  @Override
  public KeywordValidator newValidator(
      SchemaLocation location, JsonNode newKey, Schema parent, SchemaContext context) {
    return new Validator(this, location, newKey, parent, context);
  }

  private static final class Validator extends BaseKeywordValidator {

    Validator(
        Keyword keyword,
        SchemaLocation location,
        JsonNode newKey,
        Schema parent,
        SchemaContext context) {
      super(keyword, newKey, location, parent, context);
    }

    @Override
    public void validate(
        ExecutionContext execution, JsonNode value, JsonNode root, NodePath location) {
      execution.addError(error().instanceNode(value).instanceLocation(location).build());
    }
  }
}
