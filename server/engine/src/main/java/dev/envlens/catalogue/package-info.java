/**
 * The catalogue of curated environments on this machine: made from a checkout of their sources,
 * kept in a user's folder. Reading a checkout runs nothing and contacts nobody.
 */
package dev.envlens.catalogue;
