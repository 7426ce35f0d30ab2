/**
 * What is in an image: the packages really installed, read from its files without running it, and
 * what the engine knows of it; and the records of that, for the images that were built here.
 */
package dev.envlens.contents;
