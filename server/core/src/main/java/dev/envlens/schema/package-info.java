/**
 * What may stand in an environment: keys, the types of their values, and what each is for.
 *
 * <p>The schemas are files of our own (JSON Schema, draft 2020-12). {@link
 * dev.envlens.schema.Schemas} validates a tree against one of them and says what is wrong in words
 * and exact ranges; {@link dev.envlens.schema.KeyDocs} answers what a key means. Nothing is ever
 * fetched, and the {@code $schema} of a checked file is only read, never followed. To know a new
 * key, add it to the schema, with a description and an example; no code changes.
 */
package dev.envlens.schema;
