/**
 * What is wrong with an environment, and how to mend it.
 *
 * <p>Pure: no I/O, no protocol types, no state between calls. To add a check, write one {@link
 * dev.envlens.check.Rule}, name it in {@link dev.envlens.check.Rules#ALL} and give it a section in
 * docs/rules.md.
 */
package dev.envlens.check;
