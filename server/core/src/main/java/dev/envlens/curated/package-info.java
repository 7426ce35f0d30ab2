/**
 * The environments that Azure Machine Learning maintains, as far as their public sources say what
 * they are, and the files that start from one.
 *
 * <p>A part that the sources leave open is written <code>{{any}}</code>, and nothing differs from
 * it. Data comes from schemas/data/curated-environments.json or from a catalogue that a user made.
 */
package dev.envlens.curated;
