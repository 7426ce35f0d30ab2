package dev.envlens.command;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;

/** Runs as JSON, with null for what there isn't. */
final class RunJson {

  private static final Gson GSON = new GsonBuilder().serializeNulls().create();

  private RunJson() {}

  static JsonElement of(Object description) {
    return GSON.toJsonTree(description);
  }
}
