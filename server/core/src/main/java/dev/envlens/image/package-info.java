/**
 * Names of container images: how they are written, which are deprecated, which to start from.
 *
 * <p>Pure: nothing here asks a registry. The two tables are data (schemas/data) with their source
 * and date, read once when first asked for.
 */
package dev.envlens.image;
