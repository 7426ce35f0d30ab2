/**
 * JSON that others sent, as a tree, read without the binding of objects, which is slow to start.
 */
package dev.envlens.json;
