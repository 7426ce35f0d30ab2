/**
 * What an environment definition is, and what it is known by.
 *
 * <p>{@link dev.envlens.definition.DefinitionHash} is envlens's own identity of the image that a
 * definition leads to; docs/hash.md describes it. {@link dev.envlens.definition.SdkVersion} is the
 * version that Microsoft's Python SDK gives to an unnamed environment. The two answer different
 * questions and are never mixed up.
 *
 * <p>Pure: values in, values out. A change to what is hashed needs a new form number.
 */
package dev.envlens.definition;
