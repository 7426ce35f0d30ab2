/**
 * Where images are cached: the local engine, the workspace's registry and that of curated images,
 * asked side by side, off everybody's way, and remembered for a while. {@link
 * dev.envlens.cache.ImageCache} is all that others need.
 */
package dev.envlens.cache;
